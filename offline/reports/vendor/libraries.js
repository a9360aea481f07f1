var libraries=(()=>{var sp=Object.defineProperty;var R2=Object.getOwnPropertyDescriptor;var P2=Object.getOwnPropertyNames;var I2=Object.prototype.hasOwnProperty;var L2=(e,t)=>{for(var n in t)sp(e,n,{get:t[n],enumerable:!0})},D2=(e,t,n,i)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of P2(t))!I2.call(e,r)&&r!==n&&sp(e,r,{get:()=>t[r],enumerable:!(i=R2(t,r))||i.enumerable});return e};var N2=e=>D2(sp({},"__esModule",{value:!0}),e);var t6={};L2(t6,{BufferAttribute:()=>Kn,BufferGeometry:()=>ei,ColorManagement:()=>jt,DataTexture:()=>ea,DepthTexture:()=>Fi,GLSL3:()=>Wc,LineMaterial:()=>ha,LineSegments2:()=>oh,LineSegmentsGeometry:()=>da,LinearSRGBColorSpace:()=>Ws,Mesh:()=>Bn,OrbitControls:()=>nh,OrthographicCamera:()=>ia,PerspectiveCamera:()=>Sn,PlaneGeometry:()=>Ys,Points:()=>Ec,RGBAFormat:()=>ri,Scene:()=>Mc,ShaderMaterial:()=>kn,Vector2:()=>Ot,Vector3:()=>G,WebGLRenderTarget:()=>wn,WebGLRenderer:()=>jf,areaY:()=>ax,dot:()=>lx,dotY:()=>ux,line:()=>fx,lineY:()=>hx,link:()=>cx,plot:()=>tu,pointer:()=>$l,pointerX:()=>Yl,tip:()=>jl});var hs={LEFT:0,MIDDLE:1,RIGHT:2,ROTATE:0,DOLLY:1,PAN:2},ds={ROTATE:0,PAN:1,DOLLY_PAN:2,DOLLY_ROTATE:3},Kx=0,Dp=1,jx=2;var Fc=1,Qx=2,oa=3,ps=0,Tn=1,Ki=2,qs=0,aa=1,Np=2,Up=3,Fp=4,tv=5;var Zs=100,ev=101,nv=102,iv=103,rv=104,sv=200,ov=201,av=202,cv=203,Op=204,Bp=205,lv=206,uv=207,fv=208,hv=209,dv=210,pv=211,mv=212,gv=213,_v=214,Pu=0,Iu=1,Lu=2,Jo=3,Du=4,Nu=5,Uu=6,Fu=7,kp=0,yv=1,xv=2,ji=0,zp=1,Gp=2,Vp=3,Hp=4,Wp=5,Xp=6,$p=7;var Yp=300,Js=301,ca=302,lf=303,uf=304,Ou=1e3,Ji=1001,Bu=1002,Ke=1003,vv=1004;var Oc=1005;var Mn=1006,ff=1007;var Pr=1008;var ii=1009,qp=1010,Zp=1011,la=1012,hf=1013,Oi=1014,Bi=1015,ki=1016,df=1017,pf=1018,Ks=1020,Jp=35902,Kp=35899,jp=1021,Qp=1022,ri=1023,Rr=1026,Ir=1027,tm=1028,mf=1029,ms=1030,gf=1031;var _f=1033,Bc=33776,kc=33777,zc=33778,Gc=33779,yf=35840,xf=35841,vf=35842,bf=35843,Sf=36196,Mf=37492,wf=37496,Tf=37488,Ef=37489,Vc=37490,Af=37491,Cf=37808,Rf=37809,Pf=37810,If=37811,Lf=37812,Df=37813,Nf=37814,Uf=37815,Ff=37816,Of=37817,Bf=37818,kf=37819,zf=37820,Gf=37821,Vf=36492,Hf=36494,Wf=36495,Xf=36283,$f=36284,Hc=36285,Yf=36286;var gc=2300,ku=2301,Cu=2302,Ep=2303,Ap=2400,Cp=2401,Rp=2402;var bv=3200;var em=0,Sv=1,Lr="",Zn="srgb",Ws="srgb-linear",_c="linear",ue="srgb";var Ru=7680;var Mv=519,wv=512,Tv=513,Ev=514,nm=515,Av=516,Cv=517,im=518,rm=519,sm=35044;var Wc="300 es",fi=2e3,yc=2001;function U2(e){for(let t=e.length-1;t>=0;--t)if(e[t]>=65535)return!0;return!1}function F2(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function xc(e){return document.createElementNS("http://www.w3.org/1999/xhtml",e)}function Rv(){let e=xc("canvas");return e.style.display="block",e}var wx={},Ko=null;function vc(...e){let t="THREE."+e.shift();Ko?Ko("log",t,...e):console.log(t,...e)}function Pv(e){let t=e[0];if(typeof t=="string"&&t.startsWith("TSL:")){let n=e[1];n&&n.isStackTrace?e[0]+=" "+n.getLocation():e[1]='Stack trace not available. Enable "THREE.Node.captureStackTrace" to capture stack traces.'}return e}function Ut(...e){e=Pv(e);let t="THREE."+e.shift();if(Ko)Ko("warn",t,...e);else{let n=e[0];n&&n.isStackTrace?console.warn(n.getError(t)):console.warn(t,...e)}}function kt(...e){e=Pv(e);let t="THREE."+e.shift();if(Ko)Ko("error",t,...e);else{let n=e[0];n&&n.isStackTrace?console.error(n.getError(t)):console.error(t,...e)}}function dc(...e){let t=e.join(" ");t in wx||(wx[t]=!0,Ut(...e))}function Iv(e,t,n){return new Promise(function(i,r){function s(){switch(e.clientWaitSync(t,e.SYNC_FLUSH_COMMANDS_BIT,0)){case e.WAIT_FAILED:r();break;case e.TIMEOUT_EXPIRED:setTimeout(s,n);break;default:i()}}setTimeout(s,n)})}var Lv={[Pu]:Pu,[Lu]:Uu,[Du]:Du,[Jo]:Nu,[Iu]:Iu,[Uu]:Lu,[Fu]:Fu,[Nu]:Jo},Di=class{addEventListener(t,n){this._listeners===void 0&&(this._listeners={});let i=this._listeners;i[t]===void 0&&(i[t]=[]),i[t].indexOf(n)===-1&&i[t].push(n)}hasEventListener(t,n){let i=this._listeners;return i===void 0?!1:i[t]!==void 0&&i[t].indexOf(n)!==-1}removeEventListener(t,n){let i=this._listeners;if(i===void 0)return;let r=i[t];if(r!==void 0){let s=r.indexOf(n);s!==-1&&r.splice(s,1)}}dispatchEvent(t){let n=this._listeners;if(n===void 0)return;let i=n[t.type];if(i!==void 0){t.target=this;let r=i.slice(0);for(let s=0,o=r.length;s<o;s++)r[s].call(this,t);t.target=null}}},dn=["00","01","02","03","04","05","06","07","08","09","0a","0b","0c","0d","0e","0f","10","11","12","13","14","15","16","17","18","19","1a","1b","1c","1d","1e","1f","20","21","22","23","24","25","26","27","28","29","2a","2b","2c","2d","2e","2f","30","31","32","33","34","35","36","37","38","39","3a","3b","3c","3d","3e","3f","40","41","42","43","44","45","46","47","48","49","4a","4b","4c","4d","4e","4f","50","51","52","53","54","55","56","57","58","59","5a","5b","5c","5d","5e","5f","60","61","62","63","64","65","66","67","68","69","6a","6b","6c","6d","6e","6f","70","71","72","73","74","75","76","77","78","79","7a","7b","7c","7d","7e","7f","80","81","82","83","84","85","86","87","88","89","8a","8b","8c","8d","8e","8f","90","91","92","93","94","95","96","97","98","99","9a","9b","9c","9d","9e","9f","a0","a1","a2","a3","a4","a5","a6","a7","a8","a9","aa","ab","ac","ad","ae","af","b0","b1","b2","b3","b4","b5","b6","b7","b8","b9","ba","bb","bc","bd","be","bf","c0","c1","c2","c3","c4","c5","c6","c7","c8","c9","ca","cb","cc","cd","ce","cf","d0","d1","d2","d3","d4","d5","d6","d7","d8","d9","da","db","dc","dd","de","df","e0","e1","e2","e3","e4","e5","e6","e7","e8","e9","ea","eb","ec","ed","ee","ef","f0","f1","f2","f3","f4","f5","f6","f7","f8","f9","fa","fb","fc","fd","fe","ff"],Tx=1234567,pc=Math.PI/180,jo=180/Math.PI;function gs(){let e=Math.random()*4294967295|0,t=Math.random()*4294967295|0,n=Math.random()*4294967295|0,i=Math.random()*4294967295|0;return(dn[e&255]+dn[e>>8&255]+dn[e>>16&255]+dn[e>>24&255]+"-"+dn[t&255]+dn[t>>8&255]+"-"+dn[t>>16&15|64]+dn[t>>24&255]+"-"+dn[n&63|128]+dn[n>>8&255]+"-"+dn[n>>16&255]+dn[n>>24&255]+dn[i&255]+dn[i>>8&255]+dn[i>>16&255]+dn[i>>24&255]).toLowerCase()}function Ht(e,t,n){return Math.max(t,Math.min(n,e))}function om(e,t){return(e%t+t)%t}function O2(e,t,n,i,r){return i+(e-t)*(r-i)/(n-t)}function B2(e,t,n){return e!==t?(n-e)/(t-e):0}function mc(e,t,n){return(1-n)*e+n*t}function k2(e,t,n,i){return mc(e,t,1-Math.exp(-n*i))}function z2(e,t=1){return t-Math.abs(om(e,t*2)-t)}function G2(e,t,n){return e<=t?0:e>=n?1:(e=(e-t)/(n-t),e*e*(3-2*e))}function V2(e,t,n){return e<=t?0:e>=n?1:(e=(e-t)/(n-t),e*e*e*(e*(e*6-15)+10))}function H2(e,t){return e+Math.floor(Math.random()*(t-e+1))}function W2(e,t){return e+Math.random()*(t-e)}function X2(e){return e*(.5-Math.random())}function $2(e){e!==void 0&&(Tx=e);let t=Tx+=1831565813;return t=Math.imul(t^t>>>15,t|1),t^=t+Math.imul(t^t>>>7,t|61),((t^t>>>14)>>>0)/4294967296}function Y2(e){return e*pc}function q2(e){return e*jo}function Z2(e){return e>0&&Number.isInteger(e)&&2**Math.round(Math.log2(e))===e}function J2(e){return Math.pow(2,Math.ceil(Math.log(e)/Math.LN2))}function am(e){return Math.pow(2,Math.floor(Math.log(e)/Math.LN2))}function K2(e,t,n,i,r){let s=Math.cos,o=Math.sin,a=s(n/2),c=o(n/2),l=s((t+i)/2),u=o((t+i)/2),h=s((t-i)/2),f=o((t-i)/2),d=s((i-t)/2),p=o((i-t)/2);switch(r){case"XYX":e.set(a*u,c*h,c*f,a*l);break;case"YZY":e.set(c*f,a*u,c*h,a*l);break;case"ZXZ":e.set(c*h,c*f,a*u,a*l);break;case"XZX":e.set(a*u,c*p,c*d,a*l);break;case"YXY":e.set(c*d,a*u,c*p,a*l);break;case"ZYZ":e.set(c*p,c*d,a*u,a*l);break;default:Ut("MathUtils: .setQuaternionFromProperEuler() encountered an unknown order: "+r)}}function qf(e){switch(e.constructor){case Uint32Array:return 4294967295;case Uint16Array:return 65535;case Uint8Array:case Uint8ClampedArray:return 255;case Int32Array:return 2147483647;case Int16Array:return 32767;case Int8Array:return 127;default:return}}function cm(e,t){if(t.constructor===Float32Array)return e;let n=qf(t);if(n===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.max(e/n,-1)}function lm(e,t){if(t.constructor===Float32Array)return e;let n=qf(t);if(n===void 0)throw new Error("THREE.MathUtils: Invalid component type.");return Math.round(e*n)}var Xc={DEG2RAD:pc,RAD2DEG:jo,generateUUID:gs,clamp:Ht,euclideanModulo:om,mapLinear:O2,inverseLerp:B2,lerp:mc,damp:k2,pingpong:z2,smoothstep:G2,smootherstep:V2,randInt:H2,randFloat:W2,randFloatSpread:X2,seededRandom:$2,degToRad:Y2,radToDeg:q2,isPowerOfTwo:Z2,ceilPowerOfTwo:J2,floorPowerOfTwo:am,setQuaternionFromProperEuler:K2,normalize:lm,denormalize:cm},pm=class pm{constructor(t=0,n=0){this.x=t,this.y=n}get width(){return this.x}set width(t){this.x=t}get height(){return this.y}set height(t){this.y=t}set(t,n){return this.x=t,this.y=n,this}setScalar(t){return this.x=t,this.y=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setComponent(t,n){switch(t){case 0:this.x=n;break;case 1:this.y=n;break;default:throw new Error("THREE.Vector2: index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;default:throw new Error("THREE.Vector2: index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y)}copy(t){return this.x=t.x,this.y=t.y,this}add(t){return this.x+=t.x,this.y+=t.y,this}addScalar(t){return this.x+=t,this.y+=t,this}addVectors(t,n){return this.x=t.x+n.x,this.y=t.y+n.y,this}addScaledVector(t,n){return this.x+=t.x*n,this.y+=t.y*n,this}sub(t){return this.x-=t.x,this.y-=t.y,this}subScalar(t){return this.x-=t,this.y-=t,this}subVectors(t,n){return this.x=t.x-n.x,this.y=t.y-n.y,this}multiply(t){return this.x*=t.x,this.y*=t.y,this}multiplyScalar(t){return this.x*=t,this.y*=t,this}divide(t){return this.x/=t.x,this.y/=t.y,this}divideScalar(t){return this.multiplyScalar(1/t)}applyMatrix3(t){let n=this.x,i=this.y,r=t.elements;return this.x=r[0]*n+r[3]*i+r[6],this.y=r[1]*n+r[4]*i+r[7],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this}clamp(t,n){return this.x=Ht(this.x,t.x,n.x),this.y=Ht(this.y,t.y,n.y),this}clampScalar(t,n){return this.x=Ht(this.x,t,n),this.y=Ht(this.y,t,n),this}clampLength(t,n){let i=this.length();return this.divideScalar(i||1).multiplyScalar(Ht(i,t,n))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this}negate(){return this.x=-this.x,this.y=-this.y,this}dot(t){return this.x*t.x+this.y*t.y}cross(t){return this.x*t.y-this.y*t.x}lengthSq(){return this.x*this.x+this.y*this.y}length(){return Math.sqrt(this.x*this.x+this.y*this.y)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)}normalize(){return this.divideScalar(this.length()||1)}angle(){return Math.atan2(-this.y,-this.x)+Math.PI}angleTo(t){let n=Math.sqrt(this.lengthSq()*t.lengthSq());if(n===0)return Math.PI/2;let i=this.dot(t)/n;return Math.acos(Ht(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let n=this.x-t.x,i=this.y-t.y;return n*n+i*i}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,n){return this.x+=(t.x-this.x)*n,this.y+=(t.y-this.y)*n,this}lerpVectors(t,n,i){return this.x=t.x+(n.x-t.x)*i,this.y=t.y+(n.y-t.y)*i,this}equals(t){return t.x===this.x&&t.y===this.y}fromArray(t,n=0){return this.x=t[n],this.y=t[n+1],this}toArray(t=[],n=0){return t[n]=this.x,t[n+1]=this.y,t}fromBufferAttribute(t,n){return this.x=t.getX(n),this.y=t.getY(n),this}rotateAround(t,n){let i=Math.cos(n),r=Math.sin(n),s=this.x-t.x,o=this.y-t.y;return this.x=s*i-o*r+t.x,this.y=s*r+o*i+t.y,this}random(){return this.x=Math.random(),this.y=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y}};pm.prototype.isVector2=!0;var Ot=pm,jn=class{constructor(t=0,n=0,i=0,r=1){this.isQuaternion=!0,this._x=t,this._y=n,this._z=i,this._w=r}static slerpFlat(t,n,i,r,s,o,a){let c=i[r+0],l=i[r+1],u=i[r+2],h=i[r+3],f=s[o+0],d=s[o+1],p=s[o+2],_=s[o+3];if(h!==_||c!==f||l!==d||u!==p){let m=c*f+l*d+u*p+h*_;m<0&&(f=-f,d=-d,p=-p,_=-_,m=-m);let g=1-a;if(m<.9995){let x=Math.acos(m),M=Math.sin(x);g=Math.sin(g*x)/M,a=Math.sin(a*x)/M,c=c*g+f*a,l=l*g+d*a,u=u*g+p*a,h=h*g+_*a}else{c=c*g+f*a,l=l*g+d*a,u=u*g+p*a,h=h*g+_*a;let x=1/Math.sqrt(c*c+l*l+u*u+h*h);c*=x,l*=x,u*=x,h*=x}}t[n]=c,t[n+1]=l,t[n+2]=u,t[n+3]=h}static multiplyQuaternionsFlat(t,n,i,r,s,o){let a=i[r],c=i[r+1],l=i[r+2],u=i[r+3],h=s[o],f=s[o+1],d=s[o+2],p=s[o+3];return t[n]=a*p+u*h+c*d-l*f,t[n+1]=c*p+u*f+l*h-a*d,t[n+2]=l*p+u*d+a*f-c*h,t[n+3]=u*p-a*h-c*f-l*d,t}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get w(){return this._w}set w(t){this._w=t,this._onChangeCallback()}set(t,n,i,r){return this._x=t,this._y=n,this._z=i,this._w=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._w)}copy(t){return this._x=t.x,this._y=t.y,this._z=t.z,this._w=t.w,this._onChangeCallback(),this}setFromEuler(t,n=!0){let i=t._x,r=t._y,s=t._z,o=t._order,a=Math.cos,c=Math.sin,l=a(i/2),u=a(r/2),h=a(s/2),f=c(i/2),d=c(r/2),p=c(s/2);switch(o){case"XYZ":this._x=f*u*h+l*d*p,this._y=l*d*h-f*u*p,this._z=l*u*p+f*d*h,this._w=l*u*h-f*d*p;break;case"YXZ":this._x=f*u*h+l*d*p,this._y=l*d*h-f*u*p,this._z=l*u*p-f*d*h,this._w=l*u*h+f*d*p;break;case"ZXY":this._x=f*u*h-l*d*p,this._y=l*d*h+f*u*p,this._z=l*u*p+f*d*h,this._w=l*u*h-f*d*p;break;case"ZYX":this._x=f*u*h-l*d*p,this._y=l*d*h+f*u*p,this._z=l*u*p-f*d*h,this._w=l*u*h+f*d*p;break;case"YZX":this._x=f*u*h+l*d*p,this._y=l*d*h+f*u*p,this._z=l*u*p-f*d*h,this._w=l*u*h-f*d*p;break;case"XZY":this._x=f*u*h-l*d*p,this._y=l*d*h-f*u*p,this._z=l*u*p+f*d*h,this._w=l*u*h+f*d*p;break;default:Ut("Quaternion: .setFromEuler() encountered an unknown order: "+o)}return n===!0&&this._onChangeCallback(),this}setFromAxisAngle(t,n){let i=n/2,r=Math.sin(i);return this._x=t.x*r,this._y=t.y*r,this._z=t.z*r,this._w=Math.cos(i),this._onChangeCallback(),this}setFromRotationMatrix(t){let n=t.elements,i=n[0],r=n[4],s=n[8],o=n[1],a=n[5],c=n[9],l=n[2],u=n[6],h=n[10],f=i+a+h;if(f>0){let d=.5/Math.sqrt(f+1);this._w=.25/d,this._x=(u-c)*d,this._y=(s-l)*d,this._z=(o-r)*d}else if(i>a&&i>h){let d=2*Math.sqrt(1+i-a-h);this._w=(u-c)/d,this._x=.25*d,this._y=(r+o)/d,this._z=(s+l)/d}else if(a>h){let d=2*Math.sqrt(1+a-i-h);this._w=(s-l)/d,this._x=(r+o)/d,this._y=.25*d,this._z=(c+u)/d}else{let d=2*Math.sqrt(1+h-i-a);this._w=(o-r)/d,this._x=(s+l)/d,this._y=(c+u)/d,this._z=.25*d}return this._onChangeCallback(),this}setFromUnitVectors(t,n){let i=t.dot(n)+1;return i<1e-8?(i=0,Math.abs(t.x)>Math.abs(t.z)?(this._x=-t.y,this._y=t.x,this._z=0,this._w=i):(this._x=0,this._y=-t.z,this._z=t.y,this._w=i)):(this._x=t.y*n.z-t.z*n.y,this._y=t.z*n.x-t.x*n.z,this._z=t.x*n.y-t.y*n.x,this._w=i),this.normalize()}angleTo(t){return 2*Math.acos(Math.abs(Ht(this.dot(t),-1,1)))}rotateTowards(t,n){let i=this.angleTo(t);if(i===0)return this;let r=Math.min(1,n/i);return this.slerp(t,r),this}identity(){return this.set(0,0,0,1)}invert(){return this.conjugate()}conjugate(){return this._x*=-1,this._y*=-1,this._z*=-1,this._onChangeCallback(),this}dot(t){return this._x*t._x+this._y*t._y+this._z*t._z+this._w*t._w}lengthSq(){return this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w}length(){return Math.sqrt(this._x*this._x+this._y*this._y+this._z*this._z+this._w*this._w)}normalize(){let t=this.length();return t===0?(this._x=0,this._y=0,this._z=0,this._w=1):(t=1/t,this._x=this._x*t,this._y=this._y*t,this._z=this._z*t,this._w=this._w*t),this._onChangeCallback(),this}multiply(t){return this.multiplyQuaternions(this,t)}premultiply(t){return this.multiplyQuaternions(t,this)}multiplyQuaternions(t,n){let i=t._x,r=t._y,s=t._z,o=t._w,a=n._x,c=n._y,l=n._z,u=n._w;return this._x=i*u+o*a+r*l-s*c,this._y=r*u+o*c+s*a-i*l,this._z=s*u+o*l+i*c-r*a,this._w=o*u-i*a-r*c-s*l,this._onChangeCallback(),this}slerp(t,n){let i=t._x,r=t._y,s=t._z,o=t._w,a=this.dot(t);a<0&&(i=-i,r=-r,s=-s,o=-o,a=-a);let c=1-n;if(a<.9995){let l=Math.acos(a),u=Math.sin(l);c=Math.sin(c*l)/u,n=Math.sin(n*l)/u,this._x=this._x*c+i*n,this._y=this._y*c+r*n,this._z=this._z*c+s*n,this._w=this._w*c+o*n,this._onChangeCallback()}else this._x=this._x*c+i*n,this._y=this._y*c+r*n,this._z=this._z*c+s*n,this._w=this._w*c+o*n,this.normalize();return this}slerpQuaternions(t,n,i){return this.copy(t).slerp(n,i)}random(){let t=2*Math.PI*Math.random(),n=2*Math.PI*Math.random(),i=Math.random(),r=Math.sqrt(1-i),s=Math.sqrt(i);return this.set(r*Math.sin(t),r*Math.cos(t),s*Math.sin(n),s*Math.cos(n))}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._w===this._w}fromArray(t,n=0){return this._x=t[n],this._y=t[n+1],this._z=t[n+2],this._w=t[n+3],this._onChangeCallback(),this}toArray(t=[],n=0){return t[n]=this._x,t[n+1]=this._y,t[n+2]=this._z,t[n+3]=this._w,t}fromBufferAttribute(t,n){return this._x=t.getX(n),this._y=t.getY(n),this._z=t.getZ(n),this._w=t.getW(n),this._onChangeCallback(),this}toJSON(){return this.toArray()}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._w}},mm=class mm{constructor(t=0,n=0,i=0){this.x=t,this.y=n,this.z=i}set(t,n,i){return i===void 0&&(i=this.z),this.x=t,this.y=n,this.z=i,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setComponent(t,n){switch(t){case 0:this.x=n;break;case 1:this.y=n;break;case 2:this.z=n;break;default:throw new Error("THREE.Vector3: index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;default:throw new Error("THREE.Vector3: index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this}addVectors(t,n){return this.x=t.x+n.x,this.y=t.y+n.y,this.z=t.z+n.z,this}addScaledVector(t,n){return this.x+=t.x*n,this.y+=t.y*n,this.z+=t.z*n,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this}subVectors(t,n){return this.x=t.x-n.x,this.y=t.y-n.y,this.z=t.z-n.z,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this}multiplyVectors(t,n){return this.x=t.x*n.x,this.y=t.y*n.y,this.z=t.z*n.z,this}applyEuler(t){return this.applyQuaternion(Ex.setFromEuler(t))}applyAxisAngle(t,n){return this.applyQuaternion(Ex.setFromAxisAngle(t,n))}applyMatrix3(t){let n=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*n+s[3]*i+s[6]*r,this.y=s[1]*n+s[4]*i+s[7]*r,this.z=s[2]*n+s[5]*i+s[8]*r,this}applyNormalMatrix(t){return this.applyMatrix3(t).normalize()}applyMatrix4(t){let n=this.x,i=this.y,r=this.z,s=t.elements,o=1/(s[3]*n+s[7]*i+s[11]*r+s[15]);return this.x=(s[0]*n+s[4]*i+s[8]*r+s[12])*o,this.y=(s[1]*n+s[5]*i+s[9]*r+s[13])*o,this.z=(s[2]*n+s[6]*i+s[10]*r+s[14])*o,this}applyQuaternion(t){let n=this.x,i=this.y,r=this.z,s=t.x,o=t.y,a=t.z,c=t.w,l=2*(o*r-a*i),u=2*(a*n-s*r),h=2*(s*i-o*n);return this.x=n+c*l+o*h-a*u,this.y=i+c*u+a*l-s*h,this.z=r+c*h+s*u-o*l,this}project(t){return this.applyMatrix4(t.matrixWorldInverse).applyMatrix4(t.projectionMatrix)}unproject(t){return this.applyMatrix4(t.projectionMatrixInverse).applyMatrix4(t.matrixWorld)}transformDirection(t){let n=this.x,i=this.y,r=this.z,s=t.elements;return this.x=s[0]*n+s[4]*i+s[8]*r,this.y=s[1]*n+s[5]*i+s[9]*r,this.z=s[2]*n+s[6]*i+s[10]*r,this.normalize()}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this}divideScalar(t){return this.multiplyScalar(1/t)}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this}clamp(t,n){return this.x=Ht(this.x,t.x,n.x),this.y=Ht(this.y,t.y,n.y),this.z=Ht(this.z,t.z,n.z),this}clampScalar(t,n){return this.x=Ht(this.x,t,n),this.y=Ht(this.y,t,n),this.z=Ht(this.z,t,n),this}clampLength(t,n){let i=this.length();return this.divideScalar(i||1).multiplyScalar(Ht(i,t,n))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,n){return this.x+=(t.x-this.x)*n,this.y+=(t.y-this.y)*n,this.z+=(t.z-this.z)*n,this}lerpVectors(t,n,i){return this.x=t.x+(n.x-t.x)*i,this.y=t.y+(n.y-t.y)*i,this.z=t.z+(n.z-t.z)*i,this}cross(t){return this.crossVectors(this,t)}crossVectors(t,n){let i=t.x,r=t.y,s=t.z,o=n.x,a=n.y,c=n.z;return this.x=r*c-s*a,this.y=s*o-i*c,this.z=i*a-r*o,this}projectOnVector(t){let n=t.lengthSq();if(n===0)return this.set(0,0,0);let i=t.dot(this)/n;return this.copy(t).multiplyScalar(i)}projectOnPlane(t){return op.copy(this).projectOnVector(t),this.sub(op)}reflect(t){return this.sub(op.copy(t).multiplyScalar(2*this.dot(t)))}angleTo(t){let n=Math.sqrt(this.lengthSq()*t.lengthSq());if(n===0)return Math.PI/2;let i=this.dot(t)/n;return Math.acos(Ht(i,-1,1))}distanceTo(t){return Math.sqrt(this.distanceToSquared(t))}distanceToSquared(t){let n=this.x-t.x,i=this.y-t.y,r=this.z-t.z;return n*n+i*i+r*r}manhattanDistanceTo(t){return Math.abs(this.x-t.x)+Math.abs(this.y-t.y)+Math.abs(this.z-t.z)}setFromSpherical(t){return this.setFromSphericalCoords(t.radius,t.phi,t.theta)}setFromSphericalCoords(t,n,i){let r=Math.sin(n)*t;return this.x=r*Math.sin(i),this.y=Math.cos(n)*t,this.z=r*Math.cos(i),this}setFromCylindrical(t){return this.setFromCylindricalCoords(t.radius,t.theta,t.y)}setFromCylindricalCoords(t,n,i){return this.x=t*Math.sin(n),this.y=i,this.z=t*Math.cos(n),this}setFromMatrixPosition(t){let n=t.elements;return this.x=n[12],this.y=n[13],this.z=n[14],this}setFromMatrixScale(t){let n=this.setFromMatrixColumn(t,0).length(),i=this.setFromMatrixColumn(t,1).length(),r=this.setFromMatrixColumn(t,2).length();return this.x=n,this.y=i,this.z=r,this}setFromMatrixColumn(t,n){return this.fromArray(t.elements,n*4)}setFromMatrix3Column(t,n){return this.fromArray(t.elements,n*3)}setFromEuler(t){return this.x=t._x,this.y=t._y,this.z=t._z,this}setFromColor(t){return this.x=t.r,this.y=t.g,this.z=t.b,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z}fromArray(t,n=0){return this.x=t[n],this.y=t[n+1],this.z=t[n+2],this}toArray(t=[],n=0){return t[n]=this.x,t[n+1]=this.y,t[n+2]=this.z,t}fromBufferAttribute(t,n){return this.x=t.getX(n),this.y=t.getY(n),this.z=t.getZ(n),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this}randomDirection(){let t=Math.random()*Math.PI*2,n=Math.random()*2-1,i=Math.sqrt(1-n*n);return this.x=i*Math.cos(t),this.y=n,this.z=i*Math.sin(t),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z}};mm.prototype.isVector3=!0;var G=mm,op=new G,Ex=new jn,gm=class gm{constructor(t,n,i,r,s,o,a,c,l){this.elements=[1,0,0,0,1,0,0,0,1],t!==void 0&&this.set(t,n,i,r,s,o,a,c,l)}set(t,n,i,r,s,o,a,c,l){let u=this.elements;return u[0]=t,u[1]=r,u[2]=a,u[3]=n,u[4]=s,u[5]=c,u[6]=i,u[7]=o,u[8]=l,this}identity(){return this.set(1,0,0,0,1,0,0,0,1),this}copy(t){let n=this.elements,i=t.elements;return n[0]=i[0],n[1]=i[1],n[2]=i[2],n[3]=i[3],n[4]=i[4],n[5]=i[5],n[6]=i[6],n[7]=i[7],n[8]=i[8],this}extractBasis(t,n,i){return t.setFromMatrix3Column(this,0),n.setFromMatrix3Column(this,1),i.setFromMatrix3Column(this,2),this}setFromMatrix4(t){let n=t.elements;return this.set(n[0],n[4],n[8],n[1],n[5],n[9],n[2],n[6],n[10]),this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,n){let i=t.elements,r=n.elements,s=this.elements,o=i[0],a=i[3],c=i[6],l=i[1],u=i[4],h=i[7],f=i[2],d=i[5],p=i[8],_=r[0],m=r[3],g=r[6],x=r[1],M=r[4],v=r[7],T=r[2],b=r[5],y=r[8];return s[0]=o*_+a*x+c*T,s[3]=o*m+a*M+c*b,s[6]=o*g+a*v+c*y,s[1]=l*_+u*x+h*T,s[4]=l*m+u*M+h*b,s[7]=l*g+u*v+h*y,s[2]=f*_+d*x+p*T,s[5]=f*m+d*M+p*b,s[8]=f*g+d*v+p*y,this}multiplyScalar(t){let n=this.elements;return n[0]*=t,n[3]*=t,n[6]*=t,n[1]*=t,n[4]*=t,n[7]*=t,n[2]*=t,n[5]*=t,n[8]*=t,this}determinant(){let t=this.elements,n=t[0],i=t[1],r=t[2],s=t[3],o=t[4],a=t[5],c=t[6],l=t[7],u=t[8];return n*o*u-n*a*l-i*s*u+i*a*c+r*s*l-r*o*c}invert(){let t=this.elements,n=t[0],i=t[1],r=t[2],s=t[3],o=t[4],a=t[5],c=t[6],l=t[7],u=t[8],h=u*o-a*l,f=a*c-u*s,d=l*s-o*c,p=n*h+i*f+r*d;if(p===0)return this.set(0,0,0,0,0,0,0,0,0);let _=1/p;return t[0]=h*_,t[1]=(r*l-u*i)*_,t[2]=(a*i-r*o)*_,t[3]=f*_,t[4]=(u*n-r*c)*_,t[5]=(r*s-a*n)*_,t[6]=d*_,t[7]=(i*c-l*n)*_,t[8]=(o*n-i*s)*_,this}transpose(){let t,n=this.elements;return t=n[1],n[1]=n[3],n[3]=t,t=n[2],n[2]=n[6],n[6]=t,t=n[5],n[5]=n[7],n[7]=t,this}getNormalMatrix(t){return this.setFromMatrix4(t).invert().transpose()}transposeIntoArray(t){let n=this.elements;return t[0]=n[0],t[1]=n[3],t[2]=n[6],t[3]=n[1],t[4]=n[4],t[5]=n[7],t[6]=n[2],t[7]=n[5],t[8]=n[8],this}setUvTransform(t,n,i,r,s,o,a){let c=Math.cos(s),l=Math.sin(s);return this.set(i*c,i*l,-i*(c*o+l*a)+o+t,-r*l,r*c,-r*(-l*o+c*a)+a+n,0,0,1),this}scale(t,n){return dc("Matrix3: .scale() is deprecated. Use .makeScale() instead."),this.premultiply(ap.makeScale(t,n)),this}rotate(t){return dc("Matrix3: .rotate() is deprecated. Use .makeRotation() instead."),this.premultiply(ap.makeRotation(-t)),this}translate(t,n){return dc("Matrix3: .translate() is deprecated. Use .makeTranslation() instead."),this.premultiply(ap.makeTranslation(t,n)),this}makeTranslation(t,n){return t.isVector2?this.set(1,0,t.x,0,1,t.y,0,0,1):this.set(1,0,t,0,1,n,0,0,1),this}makeRotation(t){let n=Math.cos(t),i=Math.sin(t);return this.set(n,-i,0,i,n,0,0,0,1),this}makeScale(t,n){return this.set(t,0,0,0,n,0,0,0,1),this}equals(t){let n=this.elements,i=t.elements;for(let r=0;r<9;r++)if(n[r]!==i[r])return!1;return!0}fromArray(t,n=0){for(let i=0;i<9;i++)this.elements[i]=t[i+n];return this}toArray(t=[],n=0){let i=this.elements;return t[n]=i[0],t[n+1]=i[1],t[n+2]=i[2],t[n+3]=i[3],t[n+4]=i[4],t[n+5]=i[5],t[n+6]=i[6],t[n+7]=i[7],t[n+8]=i[8],t}clone(){return new this.constructor().fromArray(this.elements)}};gm.prototype.isMatrix3=!0;var zt=gm,ap=new zt,Ax=new zt().set(.4123908,.3575843,.1804808,.212639,.7151687,.0721923,.0193308,.1191948,.9505322),Cx=new zt().set(3.2409699,-1.5373832,-.4986108,-.9692436,1.8759675,.0415551,.0556301,-.203977,1.0569715);function j2(){let e={enabled:!0,workingColorSpace:Ws,spaces:{},convert:function(r,s,o){return this.enabled===!1||s===o||!s||!o||(this.spaces[s].transfer===ue&&(r.r=Cr(r.r),r.g=Cr(r.g),r.b=Cr(r.b)),this.spaces[s].primaries!==this.spaces[o].primaries&&(r.applyMatrix3(this.spaces[s].toXYZ),r.applyMatrix3(this.spaces[o].fromXYZ)),this.spaces[o].transfer===ue&&(r.r=Zo(r.r),r.g=Zo(r.g),r.b=Zo(r.b))),r},workingToColorSpace:function(r,s){return this.convert(r,this.workingColorSpace,s)},colorSpaceToWorking:function(r,s){return this.convert(r,s,this.workingColorSpace)},getPrimaries:function(r){return this.spaces[r].primaries},getTransfer:function(r){return r===Lr?_c:this.spaces[r].transfer},getToneMappingMode:function(r){return this.spaces[r].outputColorSpaceConfig.toneMappingMode||"standard"},getLuminanceCoefficients:function(r,s=this.workingColorSpace){return r.fromArray(this.spaces[s].luminanceCoefficients)},define:function(r){Object.assign(this.spaces,r)},_getMatrix:function(r,s,o){return r.copy(this.spaces[o].fromXYZ).multiply(this.spaces[s].toXYZ)},_getDrawingBufferColorSpace:function(r){return this.spaces[r].outputColorSpaceConfig.drawingBufferColorSpace},_getUnpackColorSpace:function(r=this.workingColorSpace){return this.spaces[r].workingColorSpaceConfig.unpackColorSpace}},t=[.64,.33,.3,.6,.15,.06],n=[.2126,.7152,.0722],i=[.3127,.329];return e.define({[Ws]:{primaries:t,whitePoint:i,transfer:_c,toXYZ:Ax,fromXYZ:Cx,luminanceCoefficients:n,workingColorSpaceConfig:{unpackColorSpace:Zn},outputColorSpaceConfig:{drawingBufferColorSpace:Zn}},[Zn]:{primaries:t,whitePoint:i,transfer:ue,toXYZ:Ax,fromXYZ:Cx,luminanceCoefficients:n,outputColorSpaceConfig:{drawingBufferColorSpace:Zn}}}),e}var jt=j2();function Cr(e){return e<.04045?e*.0773993808:Math.pow(e*.9478672986+.0521327014,2.4)}function Zo(e){return e<.0031308?e*12.92:1.055*Math.pow(e,.41666)-.055}var No,zu=class{static getDataURL(t,n="image/png"){if(/^data:/i.test(t.src)||typeof HTMLCanvasElement>"u")return t.src;let i;if(t instanceof HTMLCanvasElement)i=t;else{No===void 0&&(No=xc("canvas")),No.width=t.width,No.height=t.height;let r=No.getContext("2d");t instanceof ImageData?r.putImageData(t,0,0):r.drawImage(t,0,0,t.width,t.height),i=No}return i.toDataURL(n)}static sRGBToLinear(t){if(typeof HTMLImageElement<"u"&&t instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&t instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&t instanceof ImageBitmap){let n=xc("canvas");n.width=t.width,n.height=t.height;let i=n.getContext("2d");i.drawImage(t,0,0,t.width,t.height);let r=i.getImageData(0,0,t.width,t.height),s=r.data;for(let o=0;o<s.length;o++)s[o]=Cr(s[o]/255)*255;return i.putImageData(r,0,0),n}else if(t.data){let n=t.data.slice(0);for(let i=0;i<n.length;i++)n instanceof Uint8Array||n instanceof Uint8ClampedArray?n[i]=Math.floor(Cr(n[i]/255)*255):n[i]=Cr(n[i]);return{data:n,width:t.width,height:t.height}}else return Ut("ImageUtils.sRGBToLinear(): Unsupported image type. No color space conversion applied."),t}},Q2=0,Qo=class{constructor(t=null){this.isTextureSource=!0,Object.defineProperty(this,"id",{value:Q2++}),this.uuid=gs(),this.data=t,this.dataReady=!0,this.version=0}getSize(t){let n=this.data;return typeof HTMLVideoElement<"u"&&n instanceof HTMLVideoElement?t.set(n.videoWidth,n.videoHeight,0):typeof VideoFrame<"u"&&n instanceof VideoFrame?t.set(n.displayWidth,n.displayHeight,0):n!==null?t.set(n.width||0,n.height||0,n.depth||0):t.set(0,0,0),t}set needsUpdate(t){t===!0&&this.version++}toJSON(t){let n=t===void 0||typeof t=="string";if(!n&&t.images[this.uuid]!==void 0)return t.images[this.uuid];let i={uuid:this.uuid,url:""},r=this.data;if(r!==null){let s;if(Array.isArray(r)){s=[];for(let o=0,a=r.length;o<a;o++)r[o].isDataTexture?s.push(cp(r[o].image)):s.push(cp(r[o]))}else s=cp(r);i.url=s}return n||(t.images[this.uuid]=i),i}};function cp(e){return typeof HTMLImageElement<"u"&&e instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&e instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&e instanceof ImageBitmap?zu.getDataURL(e):e.data?{data:Array.from(e.data),width:e.width,height:e.height,type:e.data.constructor.name}:(Ut("Texture: Unable to serialize Texture."),{})}var t3=0,lp=new G,On=class e extends Di{constructor(t=e.DEFAULT_IMAGE,n=e.DEFAULT_MAPPING,i=Ji,r=Ji,s=Mn,o=Pr,a=ri,c=ii,l=e.DEFAULT_ANISOTROPY,u=Lr){super(),this.isTexture=!0,Object.defineProperty(this,"id",{value:t3++}),this.uuid=gs(),this.name="",this.source=new Qo(t),this.mipmaps=[],this.mapping=n,this.channel=0,this.wrapS=i,this.wrapT=r,this.magFilter=s,this.minFilter=o,this.anisotropy=l,this.format=a,this.internalFormat=null,this.type=c,this.offset=new Ot(0,0),this.repeat=new Ot(1,1),this.center=new Ot(0,0),this.rotation=0,this.matrixAutoUpdate=!0,this.matrix=new zt,this.generateMipmaps=!0,this.mipmapsAutoUpdate=!0,this.premultiplyAlpha=!1,this.flipY=!0,this.unpackAlignment=4,this.colorSpace=u,this.userData={},this.updateRanges=[],this.version=0,this.onUpdate=null,this.renderTarget=null,this.isRenderTargetTexture=!1,this.isArrayTexture=!!(t&&t.depth&&t.depth>1),this.pmremVersion=0,this.isPMREMTexture=!1,this.normalized=!1}get width(){return this.source.getSize(lp).x}get height(){return this.source.getSize(lp).y}get depth(){return this.source.getSize(lp).z}get image(){return this.source.data}set image(t){this.source.data=t}updateMatrix(){this.matrix.setUvTransform(this.offset.x,this.offset.y,this.repeat.x,this.repeat.y,this.rotation,this.center.x,this.center.y)}addUpdateRange(t,n){this.updateRanges.push({start:t,count:n})}clearUpdateRanges(){this.updateRanges.length=0}clone(){return new this.constructor().copy(this)}copy(t){return this.name=t.name,this.source=t.source,this.mipmaps=t.mipmaps.slice(0),this.mapping=t.mapping,this.channel=t.channel,this.wrapS=t.wrapS,this.wrapT=t.wrapT,this.magFilter=t.magFilter,this.minFilter=t.minFilter,this.anisotropy=t.anisotropy,this.format=t.format,this.internalFormat=t.internalFormat,this.type=t.type,this.normalized=t.normalized,this.offset.copy(t.offset),this.repeat.copy(t.repeat),this.center.copy(t.center),this.rotation=t.rotation,this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrix.copy(t.matrix),this.generateMipmaps=t.generateMipmaps,this.mipmapsAutoUpdate=t.mipmapsAutoUpdate,this.premultiplyAlpha=t.premultiplyAlpha,this.flipY=t.flipY,this.unpackAlignment=t.unpackAlignment,this.colorSpace=t.colorSpace,this.renderTarget=t.renderTarget,this.isRenderTargetTexture=t.isRenderTargetTexture,this.isPMREMTexture=t.isPMREMTexture,this.isArrayTexture=t.isArrayTexture,this.userData=JSON.parse(JSON.stringify(t.userData)),this.needsUpdate=!0,this}setValues(t){for(let n in t){let i=t[n];if(i===void 0){Ut(`Texture.setValues(): parameter '${n}' has value of undefined.`);continue}let r=this[n];if(r===void 0){Ut(`Texture.setValues(): property '${n}' does not exist.`);continue}r&&i&&r.isVector2&&i.isVector2||r&&i&&r.isVector3&&i.isVector3||r&&i&&r.isMatrix3&&i.isMatrix3?r.copy(i):this[n]=i}}toJSON(t){let n=t===void 0||typeof t=="string";if(!n&&t.textures[this.uuid]!==void 0)return t.textures[this.uuid];let i={metadata:{version:4.7,type:"Texture",generator:"Texture.toJSON"},uuid:this.uuid,name:this.name,image:this.source.toJSON(t).uuid,mapping:this.mapping,channel:this.channel,repeat:[this.repeat.x,this.repeat.y],offset:[this.offset.x,this.offset.y],center:[this.center.x,this.center.y],rotation:this.rotation,wrap:[this.wrapS,this.wrapT],format:this.format,internalFormat:this.internalFormat,type:this.type,normalized:this.normalized,colorSpace:this.colorSpace,minFilter:this.minFilter,magFilter:this.magFilter,anisotropy:this.anisotropy,flipY:this.flipY,generateMipmaps:this.generateMipmaps,mipmapsAutoUpdate:this.mipmapsAutoUpdate,premultiplyAlpha:this.premultiplyAlpha,unpackAlignment:this.unpackAlignment};return Object.keys(this.userData).length>0&&(i.userData=this.userData),n||(t.textures[this.uuid]=i),i}dispose(){this.dispatchEvent({type:"dispose"})}transformUv(t){if(this.mapping!==Yp)return t;if(t.applyMatrix3(this.matrix),t.x<0||t.x>1)switch(this.wrapS){case Ou:t.x=t.x-Math.floor(t.x);break;case Ji:t.x=t.x<0?0:1;break;case Bu:Math.abs(Math.floor(t.x)%2)===1?t.x=Math.ceil(t.x)-t.x:t.x=t.x-Math.floor(t.x);break}if(t.y<0||t.y>1)switch(this.wrapT){case Ou:t.y=t.y-Math.floor(t.y);break;case Ji:t.y=t.y<0?0:1;break;case Bu:Math.abs(Math.floor(t.y)%2)===1?t.y=Math.ceil(t.y)-t.y:t.y=t.y-Math.floor(t.y);break}return this.flipY&&(t.y=1-t.y),t}set needsUpdate(t){t===!0&&(this.version++,this.source.needsUpdate=!0)}set needsPMREMUpdate(t){t===!0&&this.pmremVersion++}};On.DEFAULT_IMAGE=null;On.DEFAULT_MAPPING=Yp;On.DEFAULT_ANISOTROPY=1;var _m=class _m{constructor(t=0,n=0,i=0,r=1){this.x=t,this.y=n,this.z=i,this.w=r}get width(){return this.z}set width(t){this.z=t}get height(){return this.w}set height(t){this.w=t}set(t,n,i,r){return this.x=t,this.y=n,this.z=i,this.w=r,this}setScalar(t){return this.x=t,this.y=t,this.z=t,this.w=t,this}setX(t){return this.x=t,this}setY(t){return this.y=t,this}setZ(t){return this.z=t,this}setW(t){return this.w=t,this}setComponent(t,n){switch(t){case 0:this.x=n;break;case 1:this.y=n;break;case 2:this.z=n;break;case 3:this.w=n;break;default:throw new Error("THREE.Vector4: index is out of range: "+t)}return this}getComponent(t){switch(t){case 0:return this.x;case 1:return this.y;case 2:return this.z;case 3:return this.w;default:throw new Error("THREE.Vector4: index is out of range: "+t)}}clone(){return new this.constructor(this.x,this.y,this.z,this.w)}copy(t){return this.x=t.x,this.y=t.y,this.z=t.z,this.w=t.w!==void 0?t.w:1,this}add(t){return this.x+=t.x,this.y+=t.y,this.z+=t.z,this.w+=t.w,this}addScalar(t){return this.x+=t,this.y+=t,this.z+=t,this.w+=t,this}addVectors(t,n){return this.x=t.x+n.x,this.y=t.y+n.y,this.z=t.z+n.z,this.w=t.w+n.w,this}addScaledVector(t,n){return this.x+=t.x*n,this.y+=t.y*n,this.z+=t.z*n,this.w+=t.w*n,this}sub(t){return this.x-=t.x,this.y-=t.y,this.z-=t.z,this.w-=t.w,this}subScalar(t){return this.x-=t,this.y-=t,this.z-=t,this.w-=t,this}subVectors(t,n){return this.x=t.x-n.x,this.y=t.y-n.y,this.z=t.z-n.z,this.w=t.w-n.w,this}multiply(t){return this.x*=t.x,this.y*=t.y,this.z*=t.z,this.w*=t.w,this}multiplyScalar(t){return this.x*=t,this.y*=t,this.z*=t,this.w*=t,this}applyMatrix4(t){let n=this.x,i=this.y,r=this.z,s=this.w,o=t.elements;return this.x=o[0]*n+o[4]*i+o[8]*r+o[12]*s,this.y=o[1]*n+o[5]*i+o[9]*r+o[13]*s,this.z=o[2]*n+o[6]*i+o[10]*r+o[14]*s,this.w=o[3]*n+o[7]*i+o[11]*r+o[15]*s,this}divide(t){return this.x/=t.x,this.y/=t.y,this.z/=t.z,this.w/=t.w,this}divideScalar(t){return this.multiplyScalar(1/t)}setAxisAngleFromQuaternion(t){this.w=2*Math.acos(t.w);let n=Math.sqrt(1-t.w*t.w);return n<1e-4?(this.x=1,this.y=0,this.z=0):(this.x=t.x/n,this.y=t.y/n,this.z=t.z/n),this}setAxisAngleFromRotationMatrix(t){let n,i,r,s,c=t.elements,l=c[0],u=c[4],h=c[8],f=c[1],d=c[5],p=c[9],_=c[2],m=c[6],g=c[10];if(Math.abs(u-f)<.01&&Math.abs(h-_)<.01&&Math.abs(p-m)<.01){if(Math.abs(u+f)<.1&&Math.abs(h+_)<.1&&Math.abs(p+m)<.1&&Math.abs(l+d+g-3)<.1)return this.set(1,0,0,0),this;n=Math.PI;let M=(l+1)/2,v=(d+1)/2,T=(g+1)/2,b=(u+f)/4,y=(h+_)/4,S=(p+m)/4;return M>v&&M>T?M<.01?(i=0,r=.707106781,s=.707106781):(i=Math.sqrt(M),r=b/i,s=y/i):v>T?v<.01?(i=.707106781,r=0,s=.707106781):(r=Math.sqrt(v),i=b/r,s=S/r):T<.01?(i=.707106781,r=.707106781,s=0):(s=Math.sqrt(T),i=y/s,r=S/s),this.set(i,r,s,n),this}let x=Math.sqrt((m-p)*(m-p)+(h-_)*(h-_)+(f-u)*(f-u));return Math.abs(x)<.001&&(x=1),this.x=(m-p)/x,this.y=(h-_)/x,this.z=(f-u)/x,this.w=Math.acos((l+d+g-1)/2),this}setFromMatrixPosition(t){let n=t.elements;return this.x=n[12],this.y=n[13],this.z=n[14],this.w=n[15],this}min(t){return this.x=Math.min(this.x,t.x),this.y=Math.min(this.y,t.y),this.z=Math.min(this.z,t.z),this.w=Math.min(this.w,t.w),this}max(t){return this.x=Math.max(this.x,t.x),this.y=Math.max(this.y,t.y),this.z=Math.max(this.z,t.z),this.w=Math.max(this.w,t.w),this}clamp(t,n){return this.x=Ht(this.x,t.x,n.x),this.y=Ht(this.y,t.y,n.y),this.z=Ht(this.z,t.z,n.z),this.w=Ht(this.w,t.w,n.w),this}clampScalar(t,n){return this.x=Ht(this.x,t,n),this.y=Ht(this.y,t,n),this.z=Ht(this.z,t,n),this.w=Ht(this.w,t,n),this}clampLength(t,n){let i=this.length();return this.divideScalar(i||1).multiplyScalar(Ht(i,t,n))}floor(){return this.x=Math.floor(this.x),this.y=Math.floor(this.y),this.z=Math.floor(this.z),this.w=Math.floor(this.w),this}ceil(){return this.x=Math.ceil(this.x),this.y=Math.ceil(this.y),this.z=Math.ceil(this.z),this.w=Math.ceil(this.w),this}round(){return this.x=Math.round(this.x),this.y=Math.round(this.y),this.z=Math.round(this.z),this.w=Math.round(this.w),this}roundToZero(){return this.x=Math.trunc(this.x),this.y=Math.trunc(this.y),this.z=Math.trunc(this.z),this.w=Math.trunc(this.w),this}negate(){return this.x=-this.x,this.y=-this.y,this.z=-this.z,this.w=-this.w,this}dot(t){return this.x*t.x+this.y*t.y+this.z*t.z+this.w*t.w}lengthSq(){return this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w}length(){return Math.sqrt(this.x*this.x+this.y*this.y+this.z*this.z+this.w*this.w)}manhattanLength(){return Math.abs(this.x)+Math.abs(this.y)+Math.abs(this.z)+Math.abs(this.w)}normalize(){return this.divideScalar(this.length()||1)}setLength(t){return this.normalize().multiplyScalar(t)}lerp(t,n){return this.x+=(t.x-this.x)*n,this.y+=(t.y-this.y)*n,this.z+=(t.z-this.z)*n,this.w+=(t.w-this.w)*n,this}lerpVectors(t,n,i){return this.x=t.x+(n.x-t.x)*i,this.y=t.y+(n.y-t.y)*i,this.z=t.z+(n.z-t.z)*i,this.w=t.w+(n.w-t.w)*i,this}equals(t){return t.x===this.x&&t.y===this.y&&t.z===this.z&&t.w===this.w}fromArray(t,n=0){return this.x=t[n],this.y=t[n+1],this.z=t[n+2],this.w=t[n+3],this}toArray(t=[],n=0){return t[n]=this.x,t[n+1]=this.y,t[n+2]=this.z,t[n+3]=this.w,t}fromBufferAttribute(t,n){return this.x=t.getX(n),this.y=t.getY(n),this.z=t.getZ(n),this.w=t.getW(n),this}random(){return this.x=Math.random(),this.y=Math.random(),this.z=Math.random(),this.w=Math.random(),this}*[Symbol.iterator](){yield this.x,yield this.y,yield this.z,yield this.w}};_m.prototype.isVector4=!0;var de=_m,Gu=class extends Di{constructor(t=1,n=1,i={}){super(),i=Object.assign({generateMipmaps:!1,internalFormat:null,minFilter:Mn,depthBuffer:!0,stencilBuffer:!1,resolveColorBuffer:!0,resolveDepthBuffer:!0,resolveStencilBuffer:!0,storeMultisampledColorBuffer:!0,storeMultisampledDepthBuffer:!0,storeMultisampledStencilBuffer:!0,depthTexture:null,samples:0,count:1,depth:1,multiview:!1,useArrayDepthTexture:!1},i),this.isRenderTarget=!0,this.width=t,this.height=n,this.depth=i.depth,this.scissor=new de(0,0,t,n),this.scissorTest=!1,this.viewport=new de(0,0,t,n),this.textures=[];let r=i.count;for(let s=0;s<r;s++)this.textures[s]=new On({width:t,height:n,depth:i.depth}),this.textures[s].isRenderTargetTexture=!0,this.textures[s].renderTarget=this;this._setTextureOptions(i),this.depthBuffer=i.depthBuffer,this.stencilBuffer=i.stencilBuffer,this.resolveColorBuffer=i.resolveColorBuffer,this.resolveDepthBuffer=i.resolveDepthBuffer,this.resolveStencilBuffer=i.resolveStencilBuffer,this.storeMultisampledColorBuffer=i.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=i.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=i.storeMultisampledStencilBuffer,this._depthTexture=null,this.depthTexture=i.depthTexture,this.samples=i.samples,this.multiview=i.multiview,this.useArrayDepthTexture=i.useArrayDepthTexture}_setTextureOptions(t={}){let n={minFilter:Mn,generateMipmaps:!1,flipY:!1,internalFormat:null};t.mapping!==void 0&&(n.mapping=t.mapping),t.wrapS!==void 0&&(n.wrapS=t.wrapS),t.wrapT!==void 0&&(n.wrapT=t.wrapT),t.wrapR!==void 0&&(n.wrapR=t.wrapR),t.magFilter!==void 0&&(n.magFilter=t.magFilter),t.minFilter!==void 0&&(n.minFilter=t.minFilter),t.format!==void 0&&(n.format=t.format),t.type!==void 0&&(n.type=t.type),t.anisotropy!==void 0&&(n.anisotropy=t.anisotropy),t.colorSpace!==void 0&&(n.colorSpace=t.colorSpace),t.flipY!==void 0&&(n.flipY=t.flipY),t.generateMipmaps!==void 0&&(n.generateMipmaps=t.generateMipmaps),t.mipmapsAutoUpdate!==void 0&&(n.mipmapsAutoUpdate=t.mipmapsAutoUpdate),t.internalFormat!==void 0&&(n.internalFormat=t.internalFormat);for(let i=0;i<this.textures.length;i++)this.textures[i].setValues(n)}get texture(){return this.textures[0]}set texture(t){this.textures[0]=t}set depthTexture(t){this._depthTexture!==null&&this._depthTexture.renderTarget===this&&(this._depthTexture.renderTarget=null),t!==null&&t.renderTarget===null&&(t.renderTarget=this),this._depthTexture=t}get depthTexture(){return this._depthTexture}setSize(t,n,i=1){if(this.width!==t||this.height!==n||this.depth!==i){this.width=t,this.height=n,this.depth=i;for(let r=0,s=this.textures.length;r<s;r++)this.textures[r].image.width=t,this.textures[r].image.height=n,this.textures[r].image.depth=i,this.textures[r].isData3DTexture!==!0&&(this.textures[r].isArrayTexture=this.textures[r].image.depth>1);this.dispose()}this.viewport.set(0,0,t,n),this.scissor.set(0,0,t,n)}clone(){return new this.constructor().copy(this)}copy(t){this.width=t.width,this.height=t.height,this.depth=t.depth,this.scissor.copy(t.scissor),this.scissorTest=t.scissorTest,this.viewport.copy(t.viewport),this.textures.length=0;for(let n=0,i=t.textures.length;n<i;n++){this.textures[n]=t.textures[n].clone(),this.textures[n].isRenderTargetTexture=!0,this.textures[n].renderTarget=this;let r=Object.assign({},t.textures[n].image);this.textures[n].source=new Qo(r)}if(this.depthBuffer=t.depthBuffer,this.stencilBuffer=t.stencilBuffer,this.resolveColorBuffer=t.resolveColorBuffer,this.resolveDepthBuffer=t.resolveDepthBuffer,this.resolveStencilBuffer=t.resolveStencilBuffer,this.storeMultisampledColorBuffer=t.storeMultisampledColorBuffer,this.storeMultisampledDepthBuffer=t.storeMultisampledDepthBuffer,this.storeMultisampledStencilBuffer=t.storeMultisampledStencilBuffer,t.depthTexture!==null)if(t.depthTexture.renderTarget===t){let n=t.depthTexture.clone();n.renderTarget=null,this.depthTexture=n}else this.depthTexture=t.depthTexture;else this.depthTexture=null;return this.samples=t.samples,this.multiview=t.multiview,this.useArrayDepthTexture=t.useArrayDepthTexture,this}dispose(){this.dispatchEvent({type:"dispose"})}},wn=class extends Gu{constructor(t=1,n=1,i={}){super(t,n,i),this.isWebGLRenderTarget=!0}},bc=class extends On{constructor(t=null,n=1,i=1,r=1){super(null),this.isDataArrayTexture=!0,this.image={data:t,width:n,height:i,depth:r},this.magFilter=Ke,this.minFilter=Ke,this.wrapR=Ji,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1,this.layerUpdates=new Set}copy(t){return super.copy(t),this.wrapR=t.wrapR,this}addLayerUpdate(t){this.layerUpdates.add(t)}clearLayerUpdates(){this.layerUpdates.clear()}};var Vu=class extends On{constructor(t=null,n=1,i=1,r=1){super(null),this.isData3DTexture=!0,this.image={data:t,width:n,height:i,depth:r},this.magFilter=Ke,this.minFilter=Ke,this.wrapR=Ji,this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}copy(t){return super.copy(t),this.wrapR=t.wrapR,this}};var cf=class cf{constructor(t,n,i,r,s,o,a,c,l,u,h,f,d,p,_,m){this.elements=[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],t!==void 0&&this.set(t,n,i,r,s,o,a,c,l,u,h,f,d,p,_,m)}set(t,n,i,r,s,o,a,c,l,u,h,f,d,p,_,m){let g=this.elements;return g[0]=t,g[4]=n,g[8]=i,g[12]=r,g[1]=s,g[5]=o,g[9]=a,g[13]=c,g[2]=l,g[6]=u,g[10]=h,g[14]=f,g[3]=d,g[7]=p,g[11]=_,g[15]=m,this}identity(){return this.set(1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1),this}clone(){return new cf().fromArray(this.elements)}copy(t){let n=this.elements,i=t.elements;return n[0]=i[0],n[1]=i[1],n[2]=i[2],n[3]=i[3],n[4]=i[4],n[5]=i[5],n[6]=i[6],n[7]=i[7],n[8]=i[8],n[9]=i[9],n[10]=i[10],n[11]=i[11],n[12]=i[12],n[13]=i[13],n[14]=i[14],n[15]=i[15],this}copyPosition(t){let n=this.elements,i=t.elements;return n[12]=i[12],n[13]=i[13],n[14]=i[14],this}setFromMatrix3(t){let n=t.elements;return this.set(n[0],n[3],n[6],0,n[1],n[4],n[7],0,n[2],n[5],n[8],0,0,0,0,1),this}extractBasis(t,n,i){return this.determinantAffine()===0?(t.set(1,0,0),n.set(0,1,0),i.set(0,0,1),this):(t.setFromMatrixColumn(this,0),n.setFromMatrixColumn(this,1),i.setFromMatrixColumn(this,2),this)}makeBasis(t,n,i){return this.set(t.x,n.x,i.x,0,t.y,n.y,i.y,0,t.z,n.z,i.z,0,0,0,0,1),this}extractRotation(t){if(t.determinantAffine()===0)return this.identity();let n=this.elements,i=t.elements,r=1/Uo.setFromMatrixColumn(t,0).length(),s=1/Uo.setFromMatrixColumn(t,1).length(),o=1/Uo.setFromMatrixColumn(t,2).length();return n[0]=i[0]*r,n[1]=i[1]*r,n[2]=i[2]*r,n[3]=0,n[4]=i[4]*s,n[5]=i[5]*s,n[6]=i[6]*s,n[7]=0,n[8]=i[8]*o,n[9]=i[9]*o,n[10]=i[10]*o,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,this}makeRotationFromEuler(t){let n=this.elements,i=t.x,r=t.y,s=t.z,o=Math.cos(i),a=Math.sin(i),c=Math.cos(r),l=Math.sin(r),u=Math.cos(s),h=Math.sin(s);if(t.order==="XYZ"){let f=o*u,d=o*h,p=a*u,_=a*h;n[0]=c*u,n[4]=-c*h,n[8]=l,n[1]=d+p*l,n[5]=f-_*l,n[9]=-a*c,n[2]=_-f*l,n[6]=p+d*l,n[10]=o*c}else if(t.order==="YXZ"){let f=c*u,d=c*h,p=l*u,_=l*h;n[0]=f+_*a,n[4]=p*a-d,n[8]=o*l,n[1]=o*h,n[5]=o*u,n[9]=-a,n[2]=d*a-p,n[6]=_+f*a,n[10]=o*c}else if(t.order==="ZXY"){let f=c*u,d=c*h,p=l*u,_=l*h;n[0]=f-_*a,n[4]=-o*h,n[8]=p+d*a,n[1]=d+p*a,n[5]=o*u,n[9]=_-f*a,n[2]=-o*l,n[6]=a,n[10]=o*c}else if(t.order==="ZYX"){let f=o*u,d=o*h,p=a*u,_=a*h;n[0]=c*u,n[4]=p*l-d,n[8]=f*l+_,n[1]=c*h,n[5]=_*l+f,n[9]=d*l-p,n[2]=-l,n[6]=a*c,n[10]=o*c}else if(t.order==="YZX"){let f=o*c,d=o*l,p=a*c,_=a*l;n[0]=c*u,n[4]=_-f*h,n[8]=p*h+d,n[1]=h,n[5]=o*u,n[9]=-a*u,n[2]=-l*u,n[6]=d*h+p,n[10]=f-_*h}else if(t.order==="XZY"){let f=o*c,d=o*l,p=a*c,_=a*l;n[0]=c*u,n[4]=-h,n[8]=l*u,n[1]=f*h+_,n[5]=o*u,n[9]=d*h-p,n[2]=p*h-d,n[6]=a*u,n[10]=_*h+f}return n[3]=0,n[7]=0,n[11]=0,n[12]=0,n[13]=0,n[14]=0,n[15]=1,this}makeRotationFromQuaternion(t){return this.compose(e3,t,n3)}lookAt(t,n,i){let r=this.elements;return Yn.subVectors(t,n),Yn.lengthSq()===0&&(Yn.z=1),Yn.normalize(),ts.crossVectors(i,Yn),ts.lengthSq()===0&&(Math.abs(i.z)===1?Yn.x+=1e-4:Yn.z+=1e-4,Yn.normalize(),ts.crossVectors(i,Yn)),ts.normalize(),su.crossVectors(Yn,ts),r[0]=ts.x,r[4]=su.x,r[8]=Yn.x,r[1]=ts.y,r[5]=su.y,r[9]=Yn.y,r[2]=ts.z,r[6]=su.z,r[10]=Yn.z,this}multiply(t){return this.multiplyMatrices(this,t)}premultiply(t){return this.multiplyMatrices(t,this)}multiplyMatrices(t,n){let i=t.elements,r=n.elements,s=this.elements,o=i[0],a=i[4],c=i[8],l=i[12],u=i[1],h=i[5],f=i[9],d=i[13],p=i[2],_=i[6],m=i[10],g=i[14],x=i[3],M=i[7],v=i[11],T=i[15],b=r[0],y=r[4],S=r[8],P=r[12],C=r[1],A=r[5],D=r[9],B=r[13],I=r[2],L=r[6],k=r[10],z=r[14],Z=r[3],U=r[7],V=r[11],Y=r[15];return s[0]=o*b+a*C+c*I+l*Z,s[4]=o*y+a*A+c*L+l*U,s[8]=o*S+a*D+c*k+l*V,s[12]=o*P+a*B+c*z+l*Y,s[1]=u*b+h*C+f*I+d*Z,s[5]=u*y+h*A+f*L+d*U,s[9]=u*S+h*D+f*k+d*V,s[13]=u*P+h*B+f*z+d*Y,s[2]=p*b+_*C+m*I+g*Z,s[6]=p*y+_*A+m*L+g*U,s[10]=p*S+_*D+m*k+g*V,s[14]=p*P+_*B+m*z+g*Y,s[3]=x*b+M*C+v*I+T*Z,s[7]=x*y+M*A+v*L+T*U,s[11]=x*S+M*D+v*k+T*V,s[15]=x*P+M*B+v*z+T*Y,this}multiplyScalar(t){let n=this.elements;return n[0]*=t,n[4]*=t,n[8]*=t,n[12]*=t,n[1]*=t,n[5]*=t,n[9]*=t,n[13]*=t,n[2]*=t,n[6]*=t,n[10]*=t,n[14]*=t,n[3]*=t,n[7]*=t,n[11]*=t,n[15]*=t,this}determinant(){let t=this.elements,n=t[0],i=t[4],r=t[8],s=t[12],o=t[1],a=t[5],c=t[9],l=t[13],u=t[2],h=t[6],f=t[10],d=t[14],p=t[3],_=t[7],m=t[11],g=t[15],x=c*d-l*f,M=a*d-l*h,v=a*f-c*h,T=o*d-l*u,b=o*f-c*u,y=o*h-a*u;return n*(_*x-m*M+g*v)-i*(p*x-m*T+g*b)+r*(p*M-_*T+g*y)-s*(p*v-_*b+m*y)}determinantAffine(){let t=this.elements,n=t[0],i=t[4],r=t[8],s=t[1],o=t[5],a=t[9],c=t[2],l=t[6],u=t[10];return n*(o*u-a*l)-i*(s*u-a*c)+r*(s*l-o*c)}transpose(){let t=this.elements,n;return n=t[1],t[1]=t[4],t[4]=n,n=t[2],t[2]=t[8],t[8]=n,n=t[6],t[6]=t[9],t[9]=n,n=t[3],t[3]=t[12],t[12]=n,n=t[7],t[7]=t[13],t[13]=n,n=t[11],t[11]=t[14],t[14]=n,this}setPosition(t,n,i){let r=this.elements;return t.isVector3?(r[12]=t.x,r[13]=t.y,r[14]=t.z):(r[12]=t,r[13]=n,r[14]=i),this}invert(){let t=this.elements,n=t[0],i=t[1],r=t[2],s=t[3],o=t[4],a=t[5],c=t[6],l=t[7],u=t[8],h=t[9],f=t[10],d=t[11],p=t[12],_=t[13],m=t[14],g=t[15],x=n*a-i*o,M=n*c-r*o,v=n*l-s*o,T=i*c-r*a,b=i*l-s*a,y=r*l-s*c,S=u*_-h*p,P=u*m-f*p,C=u*g-d*p,A=h*m-f*_,D=h*g-d*_,B=f*g-d*m,I=x*B-M*D+v*A+T*C-b*P+y*S;if(I===0)return this.set(0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0);let L=1/I;return t[0]=(a*B-c*D+l*A)*L,t[1]=(r*D-i*B-s*A)*L,t[2]=(_*y-m*b+g*T)*L,t[3]=(f*b-h*y-d*T)*L,t[4]=(c*C-o*B-l*P)*L,t[5]=(n*B-r*C+s*P)*L,t[6]=(m*v-p*y-g*M)*L,t[7]=(u*y-f*v+d*M)*L,t[8]=(o*D-a*C+l*S)*L,t[9]=(i*C-n*D-s*S)*L,t[10]=(p*b-_*v+g*x)*L,t[11]=(h*v-u*b-d*x)*L,t[12]=(a*P-o*A-c*S)*L,t[13]=(n*A-i*P+r*S)*L,t[14]=(_*M-p*T-m*x)*L,t[15]=(u*T-h*M+f*x)*L,this}scale(t){let n=this.elements,i=t.x,r=t.y,s=t.z;return n[0]*=i,n[4]*=r,n[8]*=s,n[1]*=i,n[5]*=r,n[9]*=s,n[2]*=i,n[6]*=r,n[10]*=s,n[3]*=i,n[7]*=r,n[11]*=s,this}getMaxScaleOnAxis(){let t=this.elements,n=t[0]*t[0]+t[1]*t[1]+t[2]*t[2],i=t[4]*t[4]+t[5]*t[5]+t[6]*t[6],r=t[8]*t[8]+t[9]*t[9]+t[10]*t[10];return Math.sqrt(Math.max(n,i,r))}makeTranslation(t,n,i){return t.isVector3?this.set(1,0,0,t.x,0,1,0,t.y,0,0,1,t.z,0,0,0,1):this.set(1,0,0,t,0,1,0,n,0,0,1,i,0,0,0,1),this}makeRotationX(t){let n=Math.cos(t),i=Math.sin(t);return this.set(1,0,0,0,0,n,-i,0,0,i,n,0,0,0,0,1),this}makeRotationY(t){let n=Math.cos(t),i=Math.sin(t);return this.set(n,0,i,0,0,1,0,0,-i,0,n,0,0,0,0,1),this}makeRotationZ(t){let n=Math.cos(t),i=Math.sin(t);return this.set(n,-i,0,0,i,n,0,0,0,0,1,0,0,0,0,1),this}makeRotationAxis(t,n){let i=Math.cos(n),r=Math.sin(n),s=1-i,o=t.x,a=t.y,c=t.z,l=s*o,u=s*a;return this.set(l*o+i,l*a-r*c,l*c+r*a,0,l*a+r*c,u*a+i,u*c-r*o,0,l*c-r*a,u*c+r*o,s*c*c+i,0,0,0,0,1),this}makeScale(t,n,i){return this.set(t,0,0,0,0,n,0,0,0,0,i,0,0,0,0,1),this}makeShear(t,n,i,r,s,o){return this.set(1,i,s,0,t,1,o,0,n,r,1,0,0,0,0,1),this}compose(t,n,i){let r=this.elements,s=n._x,o=n._y,a=n._z,c=n._w,l=s+s,u=o+o,h=a+a,f=s*l,d=s*u,p=s*h,_=o*u,m=o*h,g=a*h,x=c*l,M=c*u,v=c*h,T=i.x,b=i.y,y=i.z;return r[0]=(1-(_+g))*T,r[1]=(d+v)*T,r[2]=(p-M)*T,r[3]=0,r[4]=(d-v)*b,r[5]=(1-(f+g))*b,r[6]=(m+x)*b,r[7]=0,r[8]=(p+M)*y,r[9]=(m-x)*y,r[10]=(1-(f+_))*y,r[11]=0,r[12]=t.x,r[13]=t.y,r[14]=t.z,r[15]=1,this}decompose(t,n,i){let r=this.elements;t.x=r[12],t.y=r[13],t.z=r[14];let s=this.determinantAffine();if(s===0)return i.set(1,1,1),n.identity(),this;let o=Uo.set(r[0],r[1],r[2]).length(),a=Uo.set(r[4],r[5],r[6]).length(),c=Uo.set(r[8],r[9],r[10]).length();s<0&&(o=-o),Pi.copy(this);let l=1/o,u=1/a,h=1/c;return Pi.elements[0]*=l,Pi.elements[1]*=l,Pi.elements[2]*=l,Pi.elements[4]*=u,Pi.elements[5]*=u,Pi.elements[6]*=u,Pi.elements[8]*=h,Pi.elements[9]*=h,Pi.elements[10]*=h,n.setFromRotationMatrix(Pi),i.x=o,i.y=a,i.z=c,this}makePerspective(t,n,i,r,s,o,a=fi,c=!1){let l=this.elements,u=2*s/(n-t),h=2*s/(i-r),f=(n+t)/(n-t),d=(i+r)/(i-r),p,_;if(c)p=s/(o-s),_=o*s/(o-s);else if(a===fi)p=-(o+s)/(o-s),_=-2*o*s/(o-s);else if(a===yc)p=-o/(o-s),_=-o*s/(o-s);else throw new Error("THREE.Matrix4.makePerspective(): Invalid coordinate system: "+a);return l[0]=u,l[4]=0,l[8]=f,l[12]=0,l[1]=0,l[5]=h,l[9]=d,l[13]=0,l[2]=0,l[6]=0,l[10]=p,l[14]=_,l[3]=0,l[7]=0,l[11]=-1,l[15]=0,this}makeOrthographic(t,n,i,r,s,o,a=fi,c=!1){let l=this.elements,u=2/(n-t),h=2/(i-r),f=-(n+t)/(n-t),d=-(i+r)/(i-r),p,_;if(c)p=1/(o-s),_=o/(o-s);else if(a===fi)p=-2/(o-s),_=-(o+s)/(o-s);else if(a===yc)p=-1/(o-s),_=-s/(o-s);else throw new Error("THREE.Matrix4.makeOrthographic(): Invalid coordinate system: "+a);return l[0]=u,l[4]=0,l[8]=0,l[12]=f,l[1]=0,l[5]=h,l[9]=0,l[13]=d,l[2]=0,l[6]=0,l[10]=p,l[14]=_,l[3]=0,l[7]=0,l[11]=0,l[15]=1,this}equals(t){let n=this.elements,i=t.elements;for(let r=0;r<16;r++)if(n[r]!==i[r])return!1;return!0}fromArray(t,n=0){for(let i=0;i<16;i++)this.elements[i]=t[i+n];return this}toArray(t=[],n=0){let i=this.elements;return t[n]=i[0],t[n+1]=i[1],t[n+2]=i[2],t[n+3]=i[3],t[n+4]=i[4],t[n+5]=i[5],t[n+6]=i[6],t[n+7]=i[7],t[n+8]=i[8],t[n+9]=i[9],t[n+10]=i[10],t[n+11]=i[11],t[n+12]=i[12],t[n+13]=i[13],t[n+14]=i[14],t[n+15]=i[15],t}};cf.prototype.isMatrix4=!0;var we=cf,Uo=new G,Pi=new we,e3=new G(0,0,0),n3=new G(1,1,1),ts=new G,su=new G,Yn=new G,Rx=new we,Px=new jn,os=class e{constructor(t=0,n=0,i=0,r=e.DEFAULT_ORDER){this.isEuler=!0,this._x=t,this._y=n,this._z=i,this._order=r}get x(){return this._x}set x(t){this._x=t,this._onChangeCallback()}get y(){return this._y}set y(t){this._y=t,this._onChangeCallback()}get z(){return this._z}set z(t){this._z=t,this._onChangeCallback()}get order(){return this._order}set order(t){this._order=t,this._onChangeCallback()}set(t,n,i,r=this._order){return this._x=t,this._y=n,this._z=i,this._order=r,this._onChangeCallback(),this}clone(){return new this.constructor(this._x,this._y,this._z,this._order)}copy(t){return this._x=t._x,this._y=t._y,this._z=t._z,this._order=t._order,this._onChangeCallback(),this}setFromRotationMatrix(t,n=this._order,i=!0){let r=t.elements,s=r[0],o=r[4],a=r[8],c=r[1],l=r[5],u=r[9],h=r[2],f=r[6],d=r[10];switch(n){case"XYZ":this._y=Math.asin(Ht(a,-1,1)),Math.abs(a)<.9999999?(this._x=Math.atan2(-u,d),this._z=Math.atan2(-o,s)):(this._x=Math.atan2(f,l),this._z=0);break;case"YXZ":this._x=Math.asin(-Ht(u,-1,1)),Math.abs(u)<.9999999?(this._y=Math.atan2(a,d),this._z=Math.atan2(c,l)):(this._y=Math.atan2(-h,s),this._z=0);break;case"ZXY":this._x=Math.asin(Ht(f,-1,1)),Math.abs(f)<.9999999?(this._y=Math.atan2(-h,d),this._z=Math.atan2(-o,l)):(this._y=0,this._z=Math.atan2(c,s));break;case"ZYX":this._y=Math.asin(-Ht(h,-1,1)),Math.abs(h)<.9999999?(this._x=Math.atan2(f,d),this._z=Math.atan2(c,s)):(this._x=0,this._z=Math.atan2(-o,l));break;case"YZX":this._z=Math.asin(Ht(c,-1,1)),Math.abs(c)<.9999999?(this._x=Math.atan2(-u,l),this._y=Math.atan2(-h,s)):(this._x=0,this._y=Math.atan2(a,d));break;case"XZY":this._z=Math.asin(-Ht(o,-1,1)),Math.abs(o)<.9999999?(this._x=Math.atan2(f,l),this._y=Math.atan2(a,s)):(this._x=Math.atan2(-u,d),this._y=0);break;default:Ut("Euler: .setFromRotationMatrix() encountered an unknown order: "+n)}return this._order=n,i===!0&&this._onChangeCallback(),this}setFromQuaternion(t,n,i){return Rx.makeRotationFromQuaternion(t),this.setFromRotationMatrix(Rx,n,i)}setFromVector3(t,n=this._order){return this.set(t.x,t.y,t.z,n)}reorder(t){return Px.setFromEuler(this),this.setFromQuaternion(Px,t)}equals(t){return t._x===this._x&&t._y===this._y&&t._z===this._z&&t._order===this._order}fromArray(t){return this._x=t[0],this._y=t[1],this._z=t[2],t[3]!==void 0&&(this._order=t[3]),this._onChangeCallback(),this}toArray(t=[],n=0){return t[n]=this._x,t[n+1]=this._y,t[n+2]=this._z,t[n+3]=this._order,t}_onChange(t){return this._onChangeCallback=t,this}_onChangeCallback(){}*[Symbol.iterator](){yield this._x,yield this._y,yield this._z,yield this._order}};os.DEFAULT_ORDER="XYZ";var Sc=class{constructor(){this.mask=1}set(t){this.mask=(1<<t|0)>>>0}enable(t){this.mask|=1<<t|0}enableAll(){this.mask=-1}toggle(t){this.mask^=1<<t|0}disable(t){this.mask&=~(1<<t|0)}disableAll(){this.mask=0}test(t){return(this.mask&t.mask)!==0}isEnabled(t){return(this.mask&(1<<t|0))!==0}},i3=0,Ix=new G,Fo=new jn,Mr=new we,ou=new G,lc=new G,r3=new G,s3=new jn,Lx=new G(1,0,0),Dx=new G(0,1,0),Nx=new G(0,0,1),Ux={type:"added"},o3={type:"removed"},Oo={type:"childadded",child:null},up={type:"childremoved",child:null},Qn=class e extends Di{constructor(){super(),this.isObject3D=!0,Object.defineProperty(this,"id",{value:i3++}),this.uuid=gs(),this.name="",this.type="Object3D",this.parent=null,this.children=[],this.up=e.DEFAULT_UP.clone();let t=new G,n=new os,i=new jn,r=new G(1,1,1);function s(){i.setFromEuler(n,!1)}function o(){n.setFromQuaternion(i,void 0,!1)}n._onChange(s),i._onChange(o),Object.defineProperties(this,{position:{configurable:!0,enumerable:!0,value:t},rotation:{configurable:!0,enumerable:!0,value:n},quaternion:{configurable:!0,enumerable:!0,value:i},scale:{configurable:!0,enumerable:!0,value:r},modelViewMatrix:{value:new we},normalMatrix:{value:new zt}}),this.matrix=new we,this.matrixWorld=new we,this.matrixAutoUpdate=e.DEFAULT_MATRIX_AUTO_UPDATE,this.matrixWorldAutoUpdate=e.DEFAULT_MATRIX_WORLD_AUTO_UPDATE,this.matrixWorldNeedsUpdate=!1,this.layers=new Sc,this.visible=!0,this.castShadow=!1,this.receiveShadow=!1,this.frustumCulled=!0,this.renderOrder=0,this.animations=[],this.customDepthMaterial=void 0,this.customDistanceMaterial=void 0,this.static=!1,this.userData={},this.pivot=null}onBeforeShadow(){}onAfterShadow(){}onBeforeRender(){}onAfterRender(){}applyMatrix4(t){this.matrixAutoUpdate&&this.updateMatrix(),this.matrix.premultiply(t),this.matrix.decompose(this.position,this.quaternion,this.scale),this.pivot!==null&&this.position.copy(this.pivot).applyMatrix4(this.matrix).sub(this.pivot)}applyQuaternion(t){return this.quaternion.premultiply(t),this}setRotationFromAxisAngle(t,n){this.quaternion.setFromAxisAngle(t,n)}setRotationFromEuler(t){this.quaternion.setFromEuler(t,!0)}setRotationFromMatrix(t){this.quaternion.setFromRotationMatrix(t)}setRotationFromQuaternion(t){this.quaternion.copy(t)}rotateOnAxis(t,n){return Fo.setFromAxisAngle(t,n),this.quaternion.multiply(Fo),this}rotateOnWorldAxis(t,n){return Fo.setFromAxisAngle(t,n),this.quaternion.premultiply(Fo),this}rotateX(t){return this.rotateOnAxis(Lx,t)}rotateY(t){return this.rotateOnAxis(Dx,t)}rotateZ(t){return this.rotateOnAxis(Nx,t)}translateOnAxis(t,n){return Ix.copy(t).applyQuaternion(this.quaternion),this.position.add(Ix.multiplyScalar(n)),this}translateX(t){return this.translateOnAxis(Lx,t)}translateY(t){return this.translateOnAxis(Dx,t)}translateZ(t){return this.translateOnAxis(Nx,t)}localToWorld(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(this.matrixWorld)}worldToLocal(t){return this.updateWorldMatrix(!0,!1),t.applyMatrix4(Mr.copy(this.matrixWorld).invert())}lookAt(t,n,i){t.isVector3?ou.copy(t):ou.set(t,n,i);let r=this.parent;this.updateWorldMatrix(!0,!1),lc.setFromMatrixPosition(this.matrixWorld),this.isCamera||this.isLight?Mr.lookAt(lc,ou,this.up):Mr.lookAt(ou,lc,this.up),this.quaternion.setFromRotationMatrix(Mr),r&&(Mr.extractRotation(r.matrixWorld),Fo.setFromRotationMatrix(Mr),this.quaternion.premultiply(Fo.invert()))}add(t){if(arguments.length>1){for(let n=0;n<arguments.length;n++)this.add(arguments[n]);return this}return t===this?(kt("Object3D.add: object can't be added as a child of itself.",t),this):(t&&t.isObject3D?(t.removeFromParent(),t.parent=this,this.children.push(t),t.dispatchEvent(Ux),Oo.child=t,this.dispatchEvent(Oo),Oo.child=null):kt("Object3D.add: object not an instance of THREE.Object3D.",t),this)}remove(t){if(arguments.length>1){for(let i=0;i<arguments.length;i++)this.remove(arguments[i]);return this}let n=this.children.indexOf(t);return n!==-1&&(t.parent=null,this.children.splice(n,1),t.dispatchEvent(o3),up.child=t,this.dispatchEvent(up),up.child=null),this}removeFromParent(){let t=this.parent;return t!==null&&t.remove(this),this}clear(){return this.remove(...this.children)}attach(t){return this.updateWorldMatrix(!0,!1),Mr.copy(this.matrixWorld).invert(),t.parent!==null&&(t.parent.updateWorldMatrix(!0,!1),Mr.multiply(t.parent.matrixWorld)),t.applyMatrix4(Mr),t.removeFromParent(),t.parent=this,this.children.push(t),t.updateWorldMatrix(!1,!0),t.dispatchEvent(Ux),Oo.child=t,this.dispatchEvent(Oo),Oo.child=null,this}getObjectById(t){return this.getObjectByProperty("id",t)}getObjectByName(t){return this.getObjectByProperty("name",t)}getObjectByProperty(t,n){if(this[t]===n)return this;for(let i=0,r=this.children.length;i<r;i++){let o=this.children[i].getObjectByProperty(t,n);if(o!==void 0)return o}}getObjectsByProperty(t,n,i=[]){this[t]===n&&i.push(this);let r=this.children;for(let s=0,o=r.length;s<o;s++)r[s].getObjectsByProperty(t,n,i);return i}getWorldPosition(t){return this.updateWorldMatrix(!0,!1),t.setFromMatrixPosition(this.matrixWorld)}getWorldQuaternion(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(lc,t,r3),t}getWorldScale(t){return this.updateWorldMatrix(!0,!1),this.matrixWorld.decompose(lc,s3,t),t}getWorldDirection(t){this.updateWorldMatrix(!0,!1);let n=this.matrixWorld.elements;return t.set(n[8],n[9],n[10]).normalize()}raycast(){}intersectsFrustum(){return!0}traverse(t){t(this);let n=this.children;for(let i=0,r=n.length;i<r;i++)n[i].traverse(t)}traverseVisible(t){if(this.visible===!1)return;t(this);let n=this.children;for(let i=0,r=n.length;i<r;i++)n[i].traverseVisible(t)}traverseAncestors(t){let n=this.parent;n!==null&&(t(n),n.traverseAncestors(t))}updateMatrix(){this.matrix.compose(this.position,this.quaternion,this.scale);let t=this.pivot;if(t!==null){let n=t.x,i=t.y,r=t.z,s=this.matrix.elements;s[12]+=n-s[0]*n-s[4]*i-s[8]*r,s[13]+=i-s[1]*n-s[5]*i-s[9]*r,s[14]+=r-s[2]*n-s[6]*i-s[10]*r}this.matrixWorldNeedsUpdate=!0}updateMatrixWorld(t){this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||t)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,t=!0);let n=this.children;for(let i=0,r=n.length;i<r;i++)n[i].updateMatrixWorld(t)}updateWorldMatrix(t,n,i=!1){let r=this.parent;if(t===!0&&r!==null&&r.updateWorldMatrix(!0,!1),this.matrixAutoUpdate&&this.updateMatrix(),(this.matrixWorldNeedsUpdate||i)&&(this.matrixWorldAutoUpdate===!0&&(this.parent===null?this.matrixWorld.copy(this.matrix):this.matrixWorld.multiplyMatrices(this.parent.matrixWorld,this.matrix)),this.matrixWorldNeedsUpdate=!1,i=!0),n===!0){let s=this.children;for(let o=0,a=s.length;o<a;o++)s[o].updateWorldMatrix(!1,!0,i)}}toJSON(t){let n=t===void 0||typeof t=="string",i={};n&&(t={geometries:{},materials:{},textures:{},images:{},shapes:{},skeletons:{},animations:{},nodes:{}},i.metadata={version:4.7,type:"Object",generator:"Object3D.toJSON"});let r={};r.uuid=this.uuid,r.type=this.type,r.name=this.name,r.castShadow=this.castShadow,r.receiveShadow=this.receiveShadow,r.visible=this.visible,r.frustumCulled=this.frustumCulled,r.renderOrder=this.renderOrder,r.static=this.static,r.matrixAutoUpdate=this.matrixAutoUpdate,Object.keys(this.userData).length>0&&(r.userData=this.userData),r.layers=this.layers.mask,r.matrix=this.matrix.toArray(),r.up=this.up.toArray(),this.pivot!==null&&(r.pivot=this.pivot.toArray()),this.morphTargetDictionary!==void 0&&(r.morphTargetDictionary=Object.assign({},this.morphTargetDictionary)),this.morphTargetInfluences!==void 0&&(r.morphTargetInfluences=this.morphTargetInfluences.slice()),this.isInstancedMesh&&(r.type="InstancedMesh",r.count=this.count,r.instanceMatrix=this.instanceMatrix.toJSON(),this.instanceColor!==null&&(r.instanceColor=this.instanceColor.toJSON())),this.isBatchedMesh&&(r.type="BatchedMesh",r.perObjectFrustumCulled=this.perObjectFrustumCulled,r.sortObjects=this.sortObjects,r.drawRanges=this._drawRanges,r.reservedRanges=this._reservedRanges,r.geometryInfo=this._geometryInfo.map(a=>({...a,boundingBox:a.boundingBox?a.boundingBox.toJSON():void 0,boundingSphere:a.boundingSphere?a.boundingSphere.toJSON():void 0})),r.instanceInfo=this._instanceInfo.map(a=>({...a})),r.availableInstanceIds=this._availableInstanceIds.slice(),r.availableGeometryIds=this._availableGeometryIds.slice(),r.nextIndexStart=this._nextIndexStart,r.nextVertexStart=this._nextVertexStart,r.geometryCount=this._geometryCount,r.maxInstanceCount=this._maxInstanceCount,r.maxVertexCount=this._maxVertexCount,r.maxIndexCount=this._maxIndexCount,r.geometryInitialized=this._geometryInitialized,r.matricesTexture=this._matricesTexture.toJSON(t),r.indirectTexture=this._indirectTexture.toJSON(t),this._colorsTexture!==null&&(r.colorsTexture=this._colorsTexture.toJSON(t)),this.boundingSphere!==null&&(r.boundingSphere=this.boundingSphere.toJSON()),this.boundingBox!==null&&(r.boundingBox=this.boundingBox.toJSON()));function s(a,c){return a[c.uuid]===void 0&&(a[c.uuid]=c.toJSON(t)),c.uuid}if(this.isScene)this.background&&(this.background.isColor?r.background=this.background.toJSON():this.background.isTexture&&(r.background=this.background.toJSON(t).uuid)),this.environment&&this.environment.isTexture&&this.environment.isRenderTargetTexture!==!0&&(r.environment=this.environment.toJSON(t).uuid);else if(this.isMesh||this.isLine||this.isPoints){r.geometry=s(t.geometries,this.geometry);let a=this.geometry.parameters;if(a!==void 0&&a.shapes!==void 0){let c=a.shapes;if(Array.isArray(c))for(let l=0,u=c.length;l<u;l++){let h=c[l];s(t.shapes,h)}else s(t.shapes,c)}}if(this.isSkinnedMesh&&(r.bindMode=this.bindMode,r.bindMatrix=this.bindMatrix.toArray(),this.skeleton!==void 0&&(s(t.skeletons,this.skeleton),r.skeleton=this.skeleton.uuid)),this.material!==void 0)if(Array.isArray(this.material)){let a=[];for(let c=0,l=this.material.length;c<l;c++)a.push(s(t.materials,this.material[c]));r.material=a}else r.material=s(t.materials,this.material);if(this.children.length>0){r.children=[];for(let a=0;a<this.children.length;a++)r.children.push(this.children[a].toJSON(t).object)}if(this.animations.length>0){r.animations=[];for(let a=0;a<this.animations.length;a++){let c=this.animations[a];r.animations.push(s(t.animations,c))}}if(n){let a=o(t.geometries),c=o(t.materials),l=o(t.textures),u=o(t.images),h=o(t.shapes),f=o(t.skeletons),d=o(t.animations),p=o(t.nodes);a.length>0&&(i.geometries=a),c.length>0&&(i.materials=c),l.length>0&&(i.textures=l),u.length>0&&(i.images=u),h.length>0&&(i.shapes=h),f.length>0&&(i.skeletons=f),d.length>0&&(i.animations=d),p.length>0&&(i.nodes=p)}return i.object=r,i;function o(a){let c=[];for(let l in a){let u=a[l];delete u.metadata,c.push(u)}return c}}clone(t){return new this.constructor().copy(this,t)}copy(t,n=!0){if(this.name=t.name,this.up.copy(t.up),this.position.copy(t.position),this.rotation.order=t.rotation.order,this.quaternion.copy(t.quaternion),this.scale.copy(t.scale),this.pivot=t.pivot!==null?t.pivot.clone():null,this.matrix.copy(t.matrix),this.matrixWorld.copy(t.matrixWorld),this.matrixAutoUpdate=t.matrixAutoUpdate,this.matrixWorldAutoUpdate=t.matrixWorldAutoUpdate,this.matrixWorldNeedsUpdate=t.matrixWorldNeedsUpdate,this.layers.mask=t.layers.mask,this.visible=t.visible,this.castShadow=t.castShadow,this.receiveShadow=t.receiveShadow,this.frustumCulled=t.frustumCulled,this.renderOrder=t.renderOrder,this.static=t.static,this.animations=t.animations.slice(),this.userData=JSON.parse(JSON.stringify(t.userData)),n===!0)for(let i=0;i<t.children.length;i++){let r=t.children[i];this.add(r.clone())}return this}dispose(){this.dispatchEvent({type:"dispose"})}};Qn.DEFAULT_UP=new G(0,1,0);Qn.DEFAULT_MATRIX_AUTO_UPDATE=!0;Qn.DEFAULT_MATRIX_WORLD_AUTO_UPDATE=!0;var Hs=class extends Qn{constructor(){super(),this.isGroup=!0,this.type="Group"}},a3={type:"move"},ta=class{constructor(){this._targetRay=null,this._grip=null,this._hand=null}getHandSpace(){return this._hand===null&&(this._hand=new Hs,this._hand.matrixAutoUpdate=!1,this._hand.visible=!1,this._hand.joints={},this._hand.inputState={pinching:!1}),this._hand}getTargetRaySpace(){return this._targetRay===null&&(this._targetRay=new Hs,this._targetRay.matrixAutoUpdate=!1,this._targetRay.visible=!1,this._targetRay.hasLinearVelocity=!1,this._targetRay.linearVelocity=new G,this._targetRay.hasAngularVelocity=!1,this._targetRay.angularVelocity=new G),this._targetRay}getGripSpace(){return this._grip===null&&(this._grip=new Hs,this._grip.matrixAutoUpdate=!1,this._grip.visible=!1,this._grip.hasLinearVelocity=!1,this._grip.linearVelocity=new G,this._grip.hasAngularVelocity=!1,this._grip.angularVelocity=new G,this._grip.eventsEnabled=!1),this._grip}dispatchEvent(t){return this._targetRay!==null&&this._targetRay.dispatchEvent(t),this._grip!==null&&this._grip.dispatchEvent(t),this._hand!==null&&this._hand.dispatchEvent(t),this}connect(t){if(t&&t.hand){let n=this._hand;if(n)for(let i of t.hand.values())this._getHandJoint(n,i)}return this.dispatchEvent({type:"connected",data:t}),this}disconnect(t){return this.dispatchEvent({type:"disconnected",data:t}),this._targetRay!==null&&(this._targetRay.visible=!1),this._grip!==null&&(this._grip.visible=!1),this._hand!==null&&(this._hand.visible=!1),this}update(t,n,i){let r=null,s=null,o=null,a=this._targetRay,c=this._grip,l=this._hand;if(t&&n.session.visibilityState!=="visible-blurred"){if(l&&t.hand){o=!0;for(let _ of t.hand.values()){let m=n.getJointPose(_,i),g=this._getHandJoint(l,_);m!==null&&(g.matrix.fromArray(m.transform.matrix),g.matrix.decompose(g.position,g.quaternion,g.scale),g.matrixWorldNeedsUpdate=!0,g.jointRadius=m.radius),g.visible=m!==null}let u=l.joints["index-finger-tip"],h=l.joints["thumb-tip"],f=u.position.distanceTo(h.position),d=.02,p=.005;l.inputState.pinching&&f>d+p?(l.inputState.pinching=!1,this.dispatchEvent({type:"pinchend",handedness:t.handedness,target:this})):!l.inputState.pinching&&f<=d-p&&(l.inputState.pinching=!0,this.dispatchEvent({type:"pinchstart",handedness:t.handedness,target:this}))}else c!==null&&t.gripSpace&&(s=n.getPose(t.gripSpace,i),s!==null&&(c.matrix.fromArray(s.transform.matrix),c.matrix.decompose(c.position,c.quaternion,c.scale),c.matrixWorldNeedsUpdate=!0,s.linearVelocity?(c.hasLinearVelocity=!0,c.linearVelocity.copy(s.linearVelocity)):c.hasLinearVelocity=!1,s.angularVelocity?(c.hasAngularVelocity=!0,c.angularVelocity.copy(s.angularVelocity)):c.hasAngularVelocity=!1,c.eventsEnabled&&c.dispatchEvent({type:"gripUpdated",data:t,target:this})));a!==null&&(r=n.getPose(t.targetRaySpace,i),r===null&&s!==null&&(r=s),r!==null&&(a.matrix.fromArray(r.transform.matrix),a.matrix.decompose(a.position,a.quaternion,a.scale),a.matrixWorldNeedsUpdate=!0,r.linearVelocity?(a.hasLinearVelocity=!0,a.linearVelocity.copy(r.linearVelocity)):a.hasLinearVelocity=!1,r.angularVelocity?(a.hasAngularVelocity=!0,a.angularVelocity.copy(r.angularVelocity)):a.hasAngularVelocity=!1,this.dispatchEvent(a3)))}return a!==null&&(a.visible=r!==null),c!==null&&(c.visible=s!==null),l!==null&&(l.visible=o!==null),this}_getHandJoint(t,n){if(t.joints[n.jointName]===void 0){let i=new Hs;i.matrixAutoUpdate=!1,i.visible=!1,t.joints[n.jointName]=i,t.add(i)}return t.joints[n.jointName]}},Dv={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074},es={h:0,s:0,l:0},au={h:0,s:0,l:0};function fp(e,t,n){return n<0&&(n+=1),n>1&&(n-=1),n<1/6?e+(t-e)*6*n:n<1/2?t:n<2/3?e+(t-e)*6*(2/3-n):e}var ne=class{constructor(t,n,i){return this.isColor=!0,this.r=1,this.g=1,this.b=1,this.set(t,n,i)}set(t,n,i){if(n===void 0&&i===void 0){let r=t;r&&r.isColor?this.copy(r):typeof r=="number"?this.setHex(r):typeof r=="string"&&this.setStyle(r)}else this.setRGB(t,n,i);return this}setScalar(t){return this.r=t,this.g=t,this.b=t,this}setHex(t,n=Zn){return t=Math.floor(t),this.r=(t>>16&255)/255,this.g=(t>>8&255)/255,this.b=(t&255)/255,jt.colorSpaceToWorking(this,n),this}setRGB(t,n,i,r=jt.workingColorSpace){return this.r=t,this.g=n,this.b=i,jt.colorSpaceToWorking(this,r),this}setHSL(t,n,i,r=jt.workingColorSpace){if(t=om(t,1),n=Ht(n,0,1),i=Ht(i,0,1),n===0)this.r=this.g=this.b=i;else{let s=i<=.5?i*(1+n):i+n-i*n,o=2*i-s;this.r=fp(o,s,t+1/3),this.g=fp(o,s,t),this.b=fp(o,s,t-1/3)}return jt.colorSpaceToWorking(this,r),this}setStyle(t,n=Zn){function i(s){s!==void 0&&parseFloat(s)<1&&Ut("Color: Alpha component of "+t+" will be ignored.")}let r;if(r=/^(\w+)\(([^\)]*)\)/.exec(t)){let s,o=r[1],a=r[2];switch(o){case"rgb":case"rgba":if(s=/^\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(255,parseInt(s[1],10))/255,Math.min(255,parseInt(s[2],10))/255,Math.min(255,parseInt(s[3],10))/255,n);if(s=/^\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setRGB(Math.min(100,parseFloat(s[1]))/100,Math.min(100,parseFloat(s[2]))/100,Math.min(100,parseFloat(s[3]))/100,n);break;case"hsl":case"hsla":if(s=/^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*,\s*(\d+(?:\.\d+)?|\.\d+)\%\s*(?:,\s*(\d+(?:\.\d+)?|\.\d+)\s*)?$/.exec(a))return i(s[4]),this.setHSL(parseFloat(s[1])/360,parseFloat(s[2])/100,parseFloat(s[3])/100,n);break;default:Ut("Color: Unknown color model "+t)}}else if(r=/^\#([A-Fa-f\d]+)$/.exec(t)){let s=r[1],o=s.length;if(o===3)return this.setRGB(parseInt(s.charAt(0),16)/15,parseInt(s.charAt(1),16)/15,parseInt(s.charAt(2),16)/15,n);if(o===6)return this.setHex(parseInt(s,16),n);Ut("Color: Invalid hex color "+t)}else if(t&&t.length>0)return this.setColorName(t,n);return this}setColorName(t,n=Zn){let i=Dv[t.toLowerCase()];return i!==void 0?this.setHex(i,n):Ut("Color: Unknown color "+t),this}clone(){return new this.constructor(this.r,this.g,this.b)}copy(t){return this.r=t.r,this.g=t.g,this.b=t.b,this}copySRGBToLinear(t){return this.r=Cr(t.r),this.g=Cr(t.g),this.b=Cr(t.b),this}copyLinearToSRGB(t){return this.r=Zo(t.r),this.g=Zo(t.g),this.b=Zo(t.b),this}convertSRGBToLinear(){return this.copySRGBToLinear(this),this}convertLinearToSRGB(){return this.copyLinearToSRGB(this),this}getHex(t=Zn){return jt.workingToColorSpace(pn.copy(this),t),Math.round(Ht(pn.r*255,0,255))*65536+Math.round(Ht(pn.g*255,0,255))*256+Math.round(Ht(pn.b*255,0,255))}getHexString(t=Zn){return("000000"+this.getHex(t).toString(16)).slice(-6)}getHSL(t,n=jt.workingColorSpace){jt.workingToColorSpace(pn.copy(this),n);let i=pn.r,r=pn.g,s=pn.b,o=Math.max(i,r,s),a=Math.min(i,r,s),c,l,u=(a+o)/2;if(a===o)c=0,l=0;else{let h=o-a;switch(l=u<=.5?h/(o+a):h/(2-o-a),o){case i:c=(r-s)/h+(r<s?6:0);break;case r:c=(s-i)/h+2;break;case s:c=(i-r)/h+4;break}c/=6}return t.h=c,t.s=l,t.l=u,t}getRGB(t,n=jt.workingColorSpace){return jt.workingToColorSpace(pn.copy(this),n),t.r=pn.r,t.g=pn.g,t.b=pn.b,t}getStyle(t=Zn){jt.workingToColorSpace(pn.copy(this),t);let n=pn.r,i=pn.g,r=pn.b;return t!==Zn?`color(${t} ${n.toFixed(3)} ${i.toFixed(3)} ${r.toFixed(3)})`:`rgb(${Math.round(n*255)},${Math.round(i*255)},${Math.round(r*255)})`}offsetHSL(t,n,i){return this.getHSL(es),this.setHSL(es.h+t,es.s+n,es.l+i)}add(t){return this.r+=t.r,this.g+=t.g,this.b+=t.b,this}addColors(t,n){return this.r=t.r+n.r,this.g=t.g+n.g,this.b=t.b+n.b,this}addScalar(t){return this.r+=t,this.g+=t,this.b+=t,this}sub(t){return this.r=Math.max(0,this.r-t.r),this.g=Math.max(0,this.g-t.g),this.b=Math.max(0,this.b-t.b),this}multiply(t){return this.r*=t.r,this.g*=t.g,this.b*=t.b,this}multiplyScalar(t){return this.r*=t,this.g*=t,this.b*=t,this}lerp(t,n){return this.r+=(t.r-this.r)*n,this.g+=(t.g-this.g)*n,this.b+=(t.b-this.b)*n,this}lerpColors(t,n,i){return this.r=t.r+(n.r-t.r)*i,this.g=t.g+(n.g-t.g)*i,this.b=t.b+(n.b-t.b)*i,this}lerpHSL(t,n){this.getHSL(es),t.getHSL(au);let i=mc(es.h,au.h,n),r=mc(es.s,au.s,n),s=mc(es.l,au.l,n);return this.setHSL(i,r,s),this}setFromVector3(t){return this.r=t.x,this.g=t.y,this.b=t.z,this}applyMatrix3(t){let n=this.r,i=this.g,r=this.b,s=t.elements;return this.r=s[0]*n+s[3]*i+s[6]*r,this.g=s[1]*n+s[4]*i+s[7]*r,this.b=s[2]*n+s[5]*i+s[8]*r,this}equals(t){return t.r===this.r&&t.g===this.g&&t.b===this.b}fromArray(t,n=0){return this.r=t[n],this.g=t[n+1],this.b=t[n+2],this}toArray(t=[],n=0){return t[n]=this.r,t[n+1]=this.g,t[n+2]=this.b,t}fromBufferAttribute(t,n){return this.r=t.getX(n),this.g=t.getY(n),this.b=t.getZ(n),this}toJSON(){return this.getHex()}*[Symbol.iterator](){yield this.r,yield this.g,yield this.b}},pn=new ne;ne.NAMES=Dv;var Mc=class extends Qn{constructor(){super(),this.isScene=!0,this.type="Scene",this.background=null,this.environment=null,this.fog=null,this.backgroundBlurriness=0,this.backgroundIntensity=1,this.backgroundRotation=new os,this.environmentIntensity=1,this.environmentRotation=new os,this.overrideMaterial=null,typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}copy(t,n){return super.copy(t,n),this.background=t.background!==null?t.background.clone():null,this.environment=t.environment!==null?t.environment.clone():null,this.fog=t.fog!==null?t.fog.clone():null,this.backgroundBlurriness=t.backgroundBlurriness,this.backgroundIntensity=t.backgroundIntensity,this.backgroundRotation.copy(t.backgroundRotation),this.environmentIntensity=t.environmentIntensity,this.environmentRotation.copy(t.environmentRotation),this.overrideMaterial=t.overrideMaterial!==null?t.overrideMaterial.clone():null,this.matrixAutoUpdate=t.matrixAutoUpdate,this}toJSON(t){let n=super.toJSON(t);return this.fog!==null&&(n.object.fog=this.fog.toJSON()),n.object.backgroundBlurriness=this.backgroundBlurriness,n.object.backgroundIntensity=this.backgroundIntensity,n.object.backgroundRotation=this.backgroundRotation.toArray(),n.object.environmentIntensity=this.environmentIntensity,n.object.environmentRotation=this.environmentRotation.toArray(),n}},Ii=new G,wr=new G,hp=new G,Tr=new G,Bo=new G,ko=new G,Fx=new G,dp=new G,pp=new G,mp=new G,gp=new de,_p=new de,yp=new de,ss=class e{constructor(t=new G,n=new G,i=new G){this.a=t,this.b=n,this.c=i}static getNormal(t,n,i,r){r.subVectors(i,n),Ii.subVectors(t,n),r.cross(Ii);let s=r.lengthSq();return s>0?r.multiplyScalar(1/Math.sqrt(s)):r.set(0,0,0)}static getBarycoord(t,n,i,r,s){Ii.subVectors(r,n),wr.subVectors(i,n),hp.subVectors(t,n);let o=Ii.dot(Ii),a=Ii.dot(wr),c=Ii.dot(hp),l=wr.dot(wr),u=wr.dot(hp),h=o*l-a*a;if(h===0)return s.set(0,0,0),null;let f=1/h,d=(l*c-a*u)*f,p=(o*u-a*c)*f;return s.set(1-d-p,p,d)}static containsPoint(t,n,i,r){return this.getBarycoord(t,n,i,r,Tr)===null?!1:Tr.x>=0&&Tr.y>=0&&Tr.x+Tr.y<=1}static getInterpolation(t,n,i,r,s,o,a,c){return this.getBarycoord(t,n,i,r,Tr)===null?(c.x=0,c.y=0,"z"in c&&(c.z=0),"w"in c&&(c.w=0),null):(c.setScalar(0),c.addScaledVector(s,Tr.x),c.addScaledVector(o,Tr.y),c.addScaledVector(a,Tr.z),c)}static getInterpolatedAttribute(t,n,i,r,s,o){return gp.setScalar(0),_p.setScalar(0),yp.setScalar(0),gp.fromBufferAttribute(t,n),_p.fromBufferAttribute(t,i),yp.fromBufferAttribute(t,r),o.setScalar(0),o.addScaledVector(gp,s.x),o.addScaledVector(_p,s.y),o.addScaledVector(yp,s.z),o}static isFrontFacing(t,n,i,r){return Ii.subVectors(i,n),wr.subVectors(t,n),Ii.cross(wr).dot(r)<0}set(t,n,i){return this.a.copy(t),this.b.copy(n),this.c.copy(i),this}setFromPointsAndIndices(t,n,i,r){return this.a.copy(t[n]),this.b.copy(t[i]),this.c.copy(t[r]),this}setFromAttributeAndIndices(t,n,i,r){return this.a.fromBufferAttribute(t,n),this.b.fromBufferAttribute(t,i),this.c.fromBufferAttribute(t,r),this}clone(){return new this.constructor().copy(this)}copy(t){return this.a.copy(t.a),this.b.copy(t.b),this.c.copy(t.c),this}getArea(){return Ii.subVectors(this.c,this.b),wr.subVectors(this.a,this.b),Ii.cross(wr).length()*.5}getMidpoint(t){return t.addVectors(this.a,this.b).add(this.c).multiplyScalar(1/3)}getNormal(t){return e.getNormal(this.a,this.b,this.c,t)}getPlane(t){return t.setFromCoplanarPoints(this.a,this.b,this.c)}getBarycoord(t,n){return e.getBarycoord(t,this.a,this.b,this.c,n)}getInterpolation(t,n,i,r,s){return e.getInterpolation(t,this.a,this.b,this.c,n,i,r,s)}containsPoint(t){return e.containsPoint(t,this.a,this.b,this.c)}isFrontFacing(t){return e.isFrontFacing(this.a,this.b,this.c,t)}intersectsBox(t){return t.intersectsTriangle(this)}closestPointToPoint(t,n){let i=this.a,r=this.b,s=this.c,o,a;Bo.subVectors(r,i),ko.subVectors(s,i),dp.subVectors(t,i);let c=Bo.dot(dp),l=ko.dot(dp);if(c<=0&&l<=0)return n.copy(i);pp.subVectors(t,r);let u=Bo.dot(pp),h=ko.dot(pp);if(u>=0&&h<=u)return n.copy(r);let f=c*h-u*l;if(f<=0&&c>=0&&u<=0&&c-u>0)return o=c/(c-u),n.copy(i).addScaledVector(Bo,o);mp.subVectors(t,s);let d=Bo.dot(mp),p=ko.dot(mp);if(p>=0&&d<=p)return n.copy(s);let _=d*l-c*p;if(_<=0&&l>=0&&p<=0)return a=l/(l-p),n.copy(i).addScaledVector(ko,a);let m=u*p-d*h;if(m<=0&&h-u>=0&&d-p>=0)return Fx.subVectors(s,r),a=(h-u)/(h-u+(d-p)),n.copy(r).addScaledVector(Fx,a);let g=1/(m+_+f);return o=_*g,a=f*g,n.copy(i).addScaledVector(Bo,o).addScaledVector(ko,a)}equals(t){return t.a.equals(this.a)&&t.b.equals(this.b)&&t.c.equals(this.c)}},ti=class{constructor(t=new G(1/0,1/0,1/0),n=new G(-1/0,-1/0,-1/0)){this.isBox3=!0,this.min=t,this.max=n}set(t,n){return this.min.copy(t),this.max.copy(n),this}setFromArray(t){this.makeEmpty();for(let n=0,i=t.length;n<i;n+=3)this.expandByPoint(Li.fromArray(t,n));return this}setFromBufferAttribute(t){this.makeEmpty();for(let n=0,i=t.count;n<i;n++)this.expandByPoint(Li.fromBufferAttribute(t,n));return this}setFromPoints(t){this.makeEmpty();for(let n=0,i=t.length;n<i;n++)this.expandByPoint(t[n]);return this}setFromCenterAndSize(t,n){let i=Li.copy(n).multiplyScalar(.5);return this.min.copy(t).sub(i),this.max.copy(t).add(i),this}setFromObject(t,n=!1){return this.makeEmpty(),this.expandByObject(t,n)}clone(){return new this.constructor().copy(this)}copy(t){return this.min.copy(t.min),this.max.copy(t.max),this}makeEmpty(){return this.min.x=this.min.y=this.min.z=1/0,this.max.x=this.max.y=this.max.z=-1/0,this}isEmpty(){return this.max.x<this.min.x||this.max.y<this.min.y||this.max.z<this.min.z}getCenter(t){return this.isEmpty()?t.set(0,0,0):t.addVectors(this.min,this.max).multiplyScalar(.5)}getSize(t){return this.isEmpty()?t.set(0,0,0):t.subVectors(this.max,this.min)}expandByPoint(t){return this.min.min(t),this.max.max(t),this}expandByVector(t){return this.min.sub(t),this.max.add(t),this}expandByScalar(t){return this.min.addScalar(-t),this.max.addScalar(t),this}expandByObject(t,n=!1){t.updateWorldMatrix(!1,!1);let i=t.geometry;if(i!==void 0){let s=i.getAttribute("position");if(n===!0&&s!==void 0&&t.isInstancedMesh!==!0&&t.isBatchedMesh!==!0)for(let o=0,a=s.count;o<a;o++)t.isMesh===!0?t.getVertexPosition(o,Li):Li.fromBufferAttribute(s,o),Li.applyMatrix4(t.matrixWorld),this.expandByPoint(Li);else t.boundingBox!==void 0?(t.boundingBox===null&&t.computeBoundingBox(),cu.copy(t.boundingBox)):(i.boundingBox===null&&i.computeBoundingBox(),cu.copy(i.boundingBox)),cu.applyMatrix4(t.matrixWorld),this.union(cu)}let r=t.children;for(let s=0,o=r.length;s<o;s++)this.expandByObject(r[s],n);return this}containsPoint(t){return t.x>=this.min.x&&t.x<=this.max.x&&t.y>=this.min.y&&t.y<=this.max.y&&t.z>=this.min.z&&t.z<=this.max.z}containsBox(t){return this.min.x<=t.min.x&&t.max.x<=this.max.x&&this.min.y<=t.min.y&&t.max.y<=this.max.y&&this.min.z<=t.min.z&&t.max.z<=this.max.z}getParameter(t,n){return n.set((t.x-this.min.x)/(this.max.x-this.min.x),(t.y-this.min.y)/(this.max.y-this.min.y),(t.z-this.min.z)/(this.max.z-this.min.z))}intersectsBox(t){return t.max.x>=this.min.x&&t.min.x<=this.max.x&&t.max.y>=this.min.y&&t.min.y<=this.max.y&&t.max.z>=this.min.z&&t.min.z<=this.max.z}intersectsSphere(t){return this.clampPoint(t.center,Li),Li.distanceToSquared(t.center)<=t.radius*t.radius}intersectsPlane(t){let n,i;return t.normal.x>0?(n=t.normal.x*this.min.x,i=t.normal.x*this.max.x):(n=t.normal.x*this.max.x,i=t.normal.x*this.min.x),t.normal.y>0?(n+=t.normal.y*this.min.y,i+=t.normal.y*this.max.y):(n+=t.normal.y*this.max.y,i+=t.normal.y*this.min.y),t.normal.z>0?(n+=t.normal.z*this.min.z,i+=t.normal.z*this.max.z):(n+=t.normal.z*this.max.z,i+=t.normal.z*this.min.z),n<=-t.constant&&i>=-t.constant}intersectsTriangle(t){if(this.isEmpty())return!1;this.getCenter(uc),lu.subVectors(this.max,uc),zo.subVectors(t.a,uc),Go.subVectors(t.b,uc),Vo.subVectors(t.c,uc),ns.subVectors(Go,zo),is.subVectors(Vo,Go),ks.subVectors(zo,Vo);let n=[0,-ns.z,ns.y,0,-is.z,is.y,0,-ks.z,ks.y,ns.z,0,-ns.x,is.z,0,-is.x,ks.z,0,-ks.x,-ns.y,ns.x,0,-is.y,is.x,0,-ks.y,ks.x,0];return!xp(n,zo,Go,Vo,lu)||(n=[1,0,0,0,1,0,0,0,1],!xp(n,zo,Go,Vo,lu))?!1:(uu.crossVectors(ns,is),n=[uu.x,uu.y,uu.z],xp(n,zo,Go,Vo,lu))}clampPoint(t,n){return n.copy(t).clamp(this.min,this.max)}distanceToPoint(t){return this.clampPoint(t,Li).distanceTo(t)}getBoundingSphere(t){return this.isEmpty()?t.makeEmpty():(this.getCenter(t.center),t.radius=this.getSize(Li).length()*.5),t}intersect(t){return this.min.max(t.min),this.max.min(t.max),this.isEmpty()&&this.makeEmpty(),this}union(t){return this.min.min(t.min),this.max.max(t.max),this}applyMatrix4(t){return this.isEmpty()?this:(Er[0].set(this.min.x,this.min.y,this.min.z).applyMatrix4(t),Er[1].set(this.min.x,this.min.y,this.max.z).applyMatrix4(t),Er[2].set(this.min.x,this.max.y,this.min.z).applyMatrix4(t),Er[3].set(this.min.x,this.max.y,this.max.z).applyMatrix4(t),Er[4].set(this.max.x,this.min.y,this.min.z).applyMatrix4(t),Er[5].set(this.max.x,this.min.y,this.max.z).applyMatrix4(t),Er[6].set(this.max.x,this.max.y,this.min.z).applyMatrix4(t),Er[7].set(this.max.x,this.max.y,this.max.z).applyMatrix4(t),this.setFromPoints(Er),this)}translate(t){return this.min.add(t),this.max.add(t),this}equals(t){return t.min.equals(this.min)&&t.max.equals(this.max)}toJSON(){return{min:this.min.toArray(),max:this.max.toArray()}}fromJSON(t){return this.min.fromArray(t.min),this.max.fromArray(t.max),this}},Er=[new G,new G,new G,new G,new G,new G,new G,new G],Li=new G,cu=new ti,zo=new G,Go=new G,Vo=new G,ns=new G,is=new G,ks=new G,uc=new G,lu=new G,uu=new G,zs=new G;function xp(e,t,n,i,r){for(let s=0,o=e.length-3;s<=o;s+=3){zs.fromArray(e,s);let a=r.x*Math.abs(zs.x)+r.y*Math.abs(zs.y)+r.z*Math.abs(zs.z),c=t.dot(zs),l=n.dot(zs),u=i.dot(zs);if(Math.max(-Math.max(c,l,u),Math.min(c,l,u))>a)return!1}return!0}var Oe=new G,fu=new Ot,c3=0,Kn=class extends Di{constructor(t,n,i=!1){if(super(),Array.isArray(t))throw new TypeError("THREE.BufferAttribute: array should be a Typed Array.");this.isBufferAttribute=!0,Object.defineProperty(this,"id",{value:c3++}),this.name="",this.array=t,this.itemSize=n,this.count=t!==void 0?t.length/n:0,this.normalized=i,this.usage=sm,this.updateRanges=[],this.gpuType=Bi,this.version=0,this._normalizationScale=t!==void 0?qf(t):void 0}onUploadCallback(){}set needsUpdate(t){t===!0&&this.version++}setUsage(t){return this.usage=t,this}addUpdateRange(t,n){this.updateRanges.push({start:t,count:n})}clearUpdateRanges(){this.updateRanges.length=0}copy(t){return this.name=t.name,this.array=new t.array.constructor(t.array),this.itemSize=t.itemSize,this.count=t.count,this.normalized=t.normalized,this.usage=t.usage,this.gpuType=t.gpuType,this._normalizationScale=t._normalizationScale,this}copyAt(t,n,i){t*=this.itemSize,i*=n.itemSize;for(let r=0,s=this.itemSize;r<s;r++)this.array[t+r]=n.array[i+r];return this}copyArray(t){return this.array.set(t),this}applyMatrix3(t){if(this.itemSize===2)for(let n=0,i=this.count;n<i;n++)fu.fromBufferAttribute(this,n),fu.applyMatrix3(t),this.setXY(n,fu.x,fu.y);else if(this.itemSize===3)for(let n=0,i=this.count;n<i;n++)Oe.fromBufferAttribute(this,n),Oe.applyMatrix3(t),this.setXYZ(n,Oe.x,Oe.y,Oe.z);return this}applyMatrix4(t){for(let n=0,i=this.count;n<i;n++)Oe.fromBufferAttribute(this,n),Oe.applyMatrix4(t),this.setXYZ(n,Oe.x,Oe.y,Oe.z);return this}applyNormalMatrix(t){for(let n=0,i=this.count;n<i;n++)Oe.fromBufferAttribute(this,n),Oe.applyNormalMatrix(t),this.setXYZ(n,Oe.x,Oe.y,Oe.z);return this}transformDirection(t){for(let n=0,i=this.count;n<i;n++)Oe.fromBufferAttribute(this,n),Oe.transformDirection(t),this.setXYZ(n,Oe.x,Oe.y,Oe.z);return this}set(t,n=0){return this.array.set(t,n),this}getComponent(t,n){let i=this.array[t*this.itemSize+n];return this.normalized&&(i=this._denormalize(i)),i}setComponent(t,n,i){return this.normalized&&(i=this._normalize(i)),this.array[t*this.itemSize+n]=i,this}getX(t){let n=this.array[t*this.itemSize];return this.normalized&&(n=this._denormalize(n)),n}setX(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize]=n,this}getY(t){let n=this.array[t*this.itemSize+1];return this.normalized&&(n=this._denormalize(n)),n}setY(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize+1]=n,this}getZ(t){let n=this.array[t*this.itemSize+2];return this.normalized&&(n=this._denormalize(n)),n}setZ(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize+2]=n,this}getW(t){let n=this.array[t*this.itemSize+3];return this.normalized&&(n=this._denormalize(n)),n}setW(t,n){return this.normalized&&(n=this._normalize(n)),this.array[t*this.itemSize+3]=n,this}setXY(t,n,i){return t*=this.itemSize,this.normalized&&(n=this._normalize(n),i=this._normalize(i)),this.array[t+0]=n,this.array[t+1]=i,this}setXYZ(t,n,i,r){return t*=this.itemSize,this.normalized&&(n=this._normalize(n),i=this._normalize(i),r=this._normalize(r)),this.array[t+0]=n,this.array[t+1]=i,this.array[t+2]=r,this}setXYZW(t,n,i,r,s){return t*=this.itemSize,this.normalized&&(n=this._normalize(n),i=this._normalize(i),r=this._normalize(r),s=this._normalize(s)),this.array[t+0]=n,this.array[t+1]=i,this.array[t+2]=r,this.array[t+3]=s,this}onUpload(t){return this.onUploadCallback=t,this}clone(){return new this.constructor(this.array,this.itemSize).copy(this)}toJSON(){let t={itemSize:this.itemSize,type:this.array.constructor.name,array:Array.from(this.array),normalized:this.normalized};return t.name=this.name,t.usage=this.usage,t.gpuType=this.gpuType,t}dispose(){this.dispatchEvent({type:"dispose"})}_denormalize(t){let n=this._normalizationScale;return n!==void 0?Math.max(t/n,-1):cm(t,this.array)}_normalize(t){let n=this._normalizationScale;return n!==void 0?Math.round(t*n):lm(t,this.array)}};var wc=class extends Kn{constructor(t,n,i){super(new Uint16Array(t),n,i)}};var Tc=class extends Kn{constructor(t,n,i){super(new Uint32Array(t),n,i)}};var mn=class extends Kn{constructor(t,n,i){super(new Float32Array(t),n,i)}},l3=new ti,fc=new G,vp=new G,Ni=class{constructor(t=new G,n=-1){this.isSphere=!0,this.center=t,this.radius=n}set(t,n){return this.center.copy(t),this.radius=n,this}setFromPoints(t,n){let i=this.center;n!==void 0?i.copy(n):l3.setFromPoints(t).getCenter(i);let r=0;for(let s=0,o=t.length;s<o;s++)r=Math.max(r,i.distanceToSquared(t[s]));return this.radius=Math.sqrt(r),this}copy(t){return this.center.copy(t.center),this.radius=t.radius,this}isEmpty(){return this.radius<0}makeEmpty(){return this.center.set(0,0,0),this.radius=-1,this}containsPoint(t){return t.distanceToSquared(this.center)<=this.radius*this.radius}distanceToPoint(t){return t.distanceTo(this.center)-this.radius}intersectsSphere(t){let n=this.radius+t.radius;return t.center.distanceToSquared(this.center)<=n*n}intersectsBox(t){return t.intersectsSphere(this)}intersectsPlane(t){return Math.abs(t.distanceToPoint(this.center))<=this.radius}clampPoint(t,n){let i=this.center.distanceToSquared(t);return n.copy(t),i>this.radius*this.radius&&(n.sub(this.center).normalize(),n.multiplyScalar(this.radius).add(this.center)),n}getBoundingBox(t){return this.isEmpty()?(t.makeEmpty(),t):(t.set(this.center,this.center),t.expandByScalar(this.radius),t)}applyMatrix4(t){return this.center.applyMatrix4(t),this.radius=this.radius*t.getMaxScaleOnAxis(),this}translate(t){return this.center.add(t),this}expandByPoint(t){if(this.isEmpty())return this.center.copy(t),this.radius=0,this;fc.subVectors(t,this.center);let n=fc.lengthSq();if(n>this.radius*this.radius){let i=Math.sqrt(n),r=(i-this.radius)*.5;this.center.addScaledVector(fc,r/i),this.radius+=r}return this}union(t){return t.isEmpty()?this:this.isEmpty()?(this.copy(t),this):(this.center.equals(t.center)===!0?this.radius=Math.max(this.radius,t.radius):(vp.subVectors(t.center,this.center).setLength(t.radius),this.expandByPoint(fc.copy(t.center).add(vp)),this.expandByPoint(fc.copy(t.center).sub(vp))),this)}equals(t){return t.center.equals(this.center)&&t.radius===this.radius}clone(){return new this.constructor().copy(this)}toJSON(){return{radius:this.radius,center:this.center.toArray()}}fromJSON(t){return this.radius=t.radius,this.center.fromArray(t.center),this}},u3=0,ui=new we,bp=new Qn,Ho=new G,qn=new ti,hc=new ti,Je=new G,ei=class e extends Di{constructor(){super(),this.isBufferGeometry=!0,Object.defineProperty(this,"id",{value:u3++}),this.uuid=gs(),this.name="",this.type="BufferGeometry",this.index=null,this.indirect=null,this.indirectOffset=0,this.attributes={},this.morphAttributes={},this.morphTargetsRelative=!1,this.groups=[],this.boundingBox=null,this.boundingSphere=null,this.drawRange={start:0,count:1/0},this.userData={},this._transformed=!1}getIndex(){return this.index}setIndex(t){return Array.isArray(t)?this.index=new(U2(t)?Tc:wc)(t,1):this.index=t,this}setIndirect(t,n=0){return this.indirect=t,this.indirectOffset=n,this}getIndirect(){return this.indirect}getAttribute(t){return this.attributes[t]}setAttribute(t,n){return this.attributes[t]=n,this}deleteAttribute(t){return delete this.attributes[t],this}hasAttribute(t){return this.attributes[t]!==void 0}addGroup(t,n,i=0){this.groups.push({start:t,count:n,materialIndex:i})}clearGroups(){this.groups=[]}setDrawRange(t,n){this.drawRange.start=t,this.drawRange.count=n}applyMatrix4(t){let n=this.attributes.position;n!==void 0&&(n.applyMatrix4(t),n.needsUpdate=!0);let i=this.attributes.normal;if(i!==void 0){let s=new zt().getNormalMatrix(t);i.applyNormalMatrix(s),i.needsUpdate=!0}let r=this.attributes.tangent;return r!==void 0&&(r.transformDirection(t),r.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this._transformed=!0,this}applyQuaternion(t){return ui.makeRotationFromQuaternion(t),this.applyMatrix4(ui),this}rotateX(t){return ui.makeRotationX(t),this.applyMatrix4(ui),this}rotateY(t){return ui.makeRotationY(t),this.applyMatrix4(ui),this}rotateZ(t){return ui.makeRotationZ(t),this.applyMatrix4(ui),this}translate(t,n,i){return ui.makeTranslation(t,n,i),this.applyMatrix4(ui),this}scale(t,n,i){return ui.makeScale(t,n,i),this.applyMatrix4(ui),this}lookAt(t){return bp.lookAt(t),bp.updateMatrix(),this.applyMatrix4(bp.matrix),this}center(){return this.computeBoundingBox(),this.boundingBox.getCenter(Ho).negate(),this.translate(Ho.x,Ho.y,Ho.z),this}setFromPoints(t){let n=this.getAttribute("position");if(n===void 0){let i=[];for(let r=0,s=t.length;r<s;r++){let o=t[r];i.push(o.x,o.y,o.z||0)}this.setAttribute("position",new mn(i,3))}else{let i=Math.min(t.length,n.count);for(let r=0;r<i;r++){let s=t[r];n.setXYZ(r,s.x,s.y,s.z||0)}t.length>n.count&&Ut("BufferGeometry: Buffer size too small for points data. Use .dispose() and create a new geometry."),n.needsUpdate=!0}return this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ti);let t=this.attributes.position,n=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){kt("BufferGeometry.computeBoundingBox(): GLBufferAttribute requires a manual bounding box.",this),this.boundingBox.set(new G(-1/0,-1/0,-1/0),new G(1/0,1/0,1/0));return}if(t!==void 0){if(this.boundingBox.setFromBufferAttribute(t),n)for(let i=0,r=n.length;i<r;i++){let s=n[i];qn.setFromBufferAttribute(s),this.morphTargetsRelative?(Je.addVectors(this.boundingBox.min,qn.min),this.boundingBox.expandByPoint(Je),Je.addVectors(this.boundingBox.max,qn.max),this.boundingBox.expandByPoint(Je)):(this.boundingBox.expandByPoint(qn.min),this.boundingBox.expandByPoint(qn.max))}}else this.boundingBox.makeEmpty();(isNaN(this.boundingBox.min.x)||isNaN(this.boundingBox.min.y)||isNaN(this.boundingBox.min.z))&&kt('BufferGeometry.computeBoundingBox(): Computed min/max have NaN values. The "position" attribute is likely to have NaN values.',this)}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Ni);let t=this.attributes.position,n=this.morphAttributes.position;if(t&&t.isGLBufferAttribute){kt("BufferGeometry.computeBoundingSphere(): GLBufferAttribute requires a manual bounding sphere.",this),this.boundingSphere.set(new G,1/0);return}if(t){let i=this.boundingSphere.center;if(qn.setFromBufferAttribute(t),n)for(let s=0,o=n.length;s<o;s++){let a=n[s];hc.setFromBufferAttribute(a),this.morphTargetsRelative?(Je.addVectors(qn.min,hc.min),qn.expandByPoint(Je),Je.addVectors(qn.max,hc.max),qn.expandByPoint(Je)):(qn.expandByPoint(hc.min),qn.expandByPoint(hc.max))}qn.getCenter(i);let r=0;for(let s=0,o=t.count;s<o;s++)Je.fromBufferAttribute(t,s),r=Math.max(r,i.distanceToSquared(Je));if(n)for(let s=0,o=n.length;s<o;s++){let a=n[s],c=this.morphTargetsRelative;for(let l=0,u=a.count;l<u;l++)Je.fromBufferAttribute(a,l),c&&(Ho.fromBufferAttribute(t,l),Je.add(Ho)),r=Math.max(r,i.distanceToSquared(Je))}this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&kt('BufferGeometry.computeBoundingSphere(): Computed radius is NaN. The "position" attribute is likely to have NaN values.',this)}}computeTangents(){let t=this.index,n=this.attributes;if(t===null||n.position===void 0||n.normal===void 0||n.uv===void 0){kt("BufferGeometry: .computeTangents() failed. Missing required attributes (index, position, normal or uv)");return}let i=n.position,r=n.normal,s=n.uv,o=this.getAttribute("tangent");(o===void 0||o.count!==i.count)&&(o=new Kn(new Float32Array(4*i.count),4),this.setAttribute("tangent",o));let a=[],c=[],l=new Uint8Array(i.count);for(let P=0;P<i.count;P++)a[P]=new G,c[P]=new G;let u=new G,h=new G,f=new G,d=new Ot,p=new Ot,_=new Ot,m=new G,g=new G;function x(P,C,A){l[P]=l[C]=l[A]=1,u.fromBufferAttribute(i,P),h.fromBufferAttribute(i,C),f.fromBufferAttribute(i,A),d.fromBufferAttribute(s,P),p.fromBufferAttribute(s,C),_.fromBufferAttribute(s,A),h.sub(u),f.sub(u),p.sub(d),_.sub(d);let D=1/(p.x*_.y-_.x*p.y);isFinite(D)&&(m.copy(h).multiplyScalar(_.y).addScaledVector(f,-p.y).multiplyScalar(D),g.copy(f).multiplyScalar(p.x).addScaledVector(h,-_.x).multiplyScalar(D),a[P].add(m),a[C].add(m),a[A].add(m),c[P].add(g),c[C].add(g),c[A].add(g))}let M=this.groups;M.length===0&&(M=[{start:0,count:t.count}]);for(let P=0,C=M.length;P<C;++P){let A=M[P],D=A.start,B=A.count;for(let I=D,L=D+B;I<L;I+=3)x(t.getX(I+0),t.getX(I+1),t.getX(I+2))}let v=new G,T=new G,b=new G,y=new G;function S(P){b.fromBufferAttribute(r,P),y.copy(b);let C=a[P];v.copy(C),v.sub(b.multiplyScalar(b.dot(C))).normalize(),T.crossVectors(y,C);let D=T.dot(c[P])<0?-1:1;o.setXYZW(P,v.x,v.y,v.z,D)}for(let P=0,C=i.count;P<C;++P)l[P]&&S(P);this._transformed=!0}computeVertexNormals(){let t=this.index,n=this.getAttribute("position");if(n!==void 0){let i=this.getAttribute("normal");if(i===void 0||i.count!==n.count)i=new Kn(new Float32Array(n.count*3),3),this.setAttribute("normal",i);else for(let f=0,d=i.count;f<d;f++)i.setXYZ(f,0,0,0);let r=new G,s=new G,o=new G,a=new G,c=new G,l=new G,u=new G,h=new G;if(t)for(let f=0,d=t.count;f<d;f+=3){let p=t.getX(f+0),_=t.getX(f+1),m=t.getX(f+2);r.fromBufferAttribute(n,p),s.fromBufferAttribute(n,_),o.fromBufferAttribute(n,m),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),a.fromBufferAttribute(i,p),c.fromBufferAttribute(i,_),l.fromBufferAttribute(i,m),a.add(u),c.add(u),l.add(u),i.setXYZ(p,a.x,a.y,a.z),i.setXYZ(_,c.x,c.y,c.z),i.setXYZ(m,l.x,l.y,l.z)}else for(let f=0,d=n.count;f<d;f+=3)r.fromBufferAttribute(n,f+0),s.fromBufferAttribute(n,f+1),o.fromBufferAttribute(n,f+2),u.subVectors(o,s),h.subVectors(r,s),u.cross(h),i.setXYZ(f+0,u.x,u.y,u.z),i.setXYZ(f+1,u.x,u.y,u.z),i.setXYZ(f+2,u.x,u.y,u.z);this.normalizeNormals(),i.needsUpdate=!0}}normalizeNormals(){let t=this.attributes.normal;for(let n=0,i=t.count;n<i;n++)Je.fromBufferAttribute(t,n),Je.normalize(),t.setXYZ(n,Je.x,Je.y,Je.z)}toNonIndexed(){function t(a,c){let l=a.array,u=a.itemSize,h=a.normalized,f=new l.constructor(c.length*u),d=0,p=0;for(let _=0,m=c.length;_<m;_++){a.isInterleavedBufferAttribute?d=c[_]*a.data.stride+a.offset:d=c[_]*u;for(let g=0;g<u;g++)f[p++]=l[d++]}return new Kn(f,u,h)}if(this.index===null)return Ut("BufferGeometry.toNonIndexed(): BufferGeometry is already non-indexed."),this;let n=new e,i=this.index.array,r=this.attributes;for(let a in r){let c=r[a],l=t(c,i);n.setAttribute(a,l)}let s=this.morphAttributes;for(let a in s){let c=[],l=s[a];for(let u=0,h=l.length;u<h;u++){let f=l[u],d=t(f,i);c.push(d)}n.morphAttributes[a]=c}n.morphTargetsRelative=this.morphTargetsRelative;let o=this.groups;for(let a=0,c=o.length;a<c;a++){let l=o[a];n.addGroup(l.start,l.count,l.materialIndex)}return n}toJSON(){let t={metadata:{version:4.7,type:"BufferGeometry",generator:"BufferGeometry.toJSON"}};if(t.uuid=this.uuid,t.type=this.parameters!==void 0&&this._transformed===!0?"BufferGeometry":this.type,t.name=this.name,Object.keys(this.userData).length>0&&(t.userData=this.userData),this.parameters!==void 0&&this._transformed!==!0){let c=this.parameters;for(let l in c)c[l]!==void 0&&(t[l]=c[l]);return t}t.data={attributes:{}};let n=this.index;n!==null&&(t.data.index={type:n.array.constructor.name,array:Array.prototype.slice.call(n.array)});let i=this.attributes;for(let c in i){let l=i[c];t.data.attributes[c]=l.toJSON(t.data)}let r={},s=!1;for(let c in this.morphAttributes){let l=this.morphAttributes[c],u=[];for(let h=0,f=l.length;h<f;h++){let d=l[h];u.push(d.toJSON(t.data))}u.length>0&&(r[c]=u,s=!0)}s&&(t.data.morphAttributes=r,t.data.morphTargetsRelative=this.morphTargetsRelative);let o=this.groups;o.length>0&&(t.data.groups=JSON.parse(JSON.stringify(o)));let a=this.boundingSphere;return a!==null&&(t.data.boundingSphere=a.toJSON()),t}clone(){return new this.constructor().copy(this)}copy(t){this.index=null,this.attributes={},this.morphAttributes={},this.groups=[],this.boundingBox=null,this.boundingSphere=null;let n={};this.name=t.name;let i=t.index;i!==null&&this.setIndex(i.clone());let r=t.attributes;for(let l in r){let u=r[l];this.setAttribute(l,u.clone(n))}let s=t.morphAttributes;for(let l in s){let u=[],h=s[l];for(let f=0,d=h.length;f<d;f++)u.push(h[f].clone(n));this.morphAttributes[l]=u}this.morphTargetsRelative=t.morphTargetsRelative;let o=t.groups;for(let l=0,u=o.length;l<u;l++){let h=o[l];this.addGroup(h.start,h.count,h.materialIndex)}let a=t.boundingBox;a!==null&&(this.boundingBox=a.clone());let c=t.boundingSphere;return c!==null&&(this.boundingSphere=c.clone()),this.drawRange.start=t.drawRange.start,this.drawRange.count=t.drawRange.count,this.userData=t.userData,this._transformed=t._transformed,this}dispose(){this.dispatchEvent({type:"dispose"})}},Hu=class{constructor(t,n){this.isInterleavedBuffer=!0,this.array=t,this.stride=n,this.count=t!==void 0?t.length/n:0,this.usage=sm,this.updateRanges=[],this.version=0,this.uuid=gs()}onUploadCallback(){}set needsUpdate(t){t===!0&&this.version++}setUsage(t){return this.usage=t,this}addUpdateRange(t,n){this.updateRanges.push({start:t,count:n})}clearUpdateRanges(){this.updateRanges.length=0}copy(t){return this.array=new t.array.constructor(t.array),this.count=t.count,this.stride=t.stride,this.usage=t.usage,this}copyAt(t,n,i){t*=this.stride,i*=n.stride;for(let r=0,s=this.stride;r<s;r++)this.array[t+r]=n.array[i+r];return this}set(t,n=0){return this.array.set(t,n),this}clone(t){t.arrayBuffers===void 0&&(t.arrayBuffers={});let n=Ox(this.array);t.arrayBuffers[n]===void 0&&(t.arrayBuffers[n]=this.array.slice(0).buffer);let i=new this.array.constructor(t.arrayBuffers[n]),r=new this.constructor(i,this.stride);return r.setUsage(this.usage),r}onUpload(t){return this.onUploadCallback=t,this}toJSON(t){t.arrayBuffers===void 0&&(t.arrayBuffers={});let n=Ox(this.array);t.arrayBuffers[n]===void 0&&(t.arrayBuffers[n]=Array.from(new Uint32Array(this.array.slice(0).buffer)));let i={uuid:this.uuid,buffer:n,type:this.array.constructor.name,stride:this.stride};return i.usage=this.usage,i}};function Ox(e){return e.buffer._uuid===void 0&&(e.buffer._uuid=gs()),e.byteOffset===0&&e.byteLength===e.buffer.byteLength?e.buffer._uuid:e.buffer._uuid+":"+e.byteOffset+":"+e.byteLength}var bn=new G,Ui=class e{constructor(t,n,i,r=!1){this.isInterleavedBufferAttribute=!0,this.name="",this.data=t,this.itemSize=n,this.offset=i,this.normalized=r,this._normalizationScale=t!==void 0?qf(t.array):void 0}get count(){return this.data.count}get array(){return this.data.array}set needsUpdate(t){this.data.needsUpdate=t}applyMatrix4(t){for(let n=0,i=this.data.count;n<i;n++)bn.fromBufferAttribute(this,n),bn.applyMatrix4(t),this.setXYZ(n,bn.x,bn.y,bn.z);return this}applyNormalMatrix(t){for(let n=0,i=this.count;n<i;n++)bn.fromBufferAttribute(this,n),bn.applyNormalMatrix(t),this.setXYZ(n,bn.x,bn.y,bn.z);return this}transformDirection(t){for(let n=0,i=this.count;n<i;n++)bn.fromBufferAttribute(this,n),bn.transformDirection(t),this.setXYZ(n,bn.x,bn.y,bn.z);return this}getComponent(t,n){let i=this.array[t*this.data.stride+this.offset+n];return this.normalized&&(i=this._denormalize(i)),i}setComponent(t,n,i){return this.normalized&&(i=this._normalize(i)),this.data.array[t*this.data.stride+this.offset+n]=i,this}setX(t,n){return this.normalized&&(n=this._normalize(n)),this.data.array[t*this.data.stride+this.offset]=n,this}setY(t,n){return this.normalized&&(n=this._normalize(n)),this.data.array[t*this.data.stride+this.offset+1]=n,this}setZ(t,n){return this.normalized&&(n=this._normalize(n)),this.data.array[t*this.data.stride+this.offset+2]=n,this}setW(t,n){return this.normalized&&(n=this._normalize(n)),this.data.array[t*this.data.stride+this.offset+3]=n,this}getX(t){let n=this.data.array[t*this.data.stride+this.offset];return this.normalized&&(n=this._denormalize(n)),n}getY(t){let n=this.data.array[t*this.data.stride+this.offset+1];return this.normalized&&(n=this._denormalize(n)),n}getZ(t){let n=this.data.array[t*this.data.stride+this.offset+2];return this.normalized&&(n=this._denormalize(n)),n}getW(t){let n=this.data.array[t*this.data.stride+this.offset+3];return this.normalized&&(n=this._denormalize(n)),n}setXY(t,n,i){return t=t*this.data.stride+this.offset,this.normalized&&(n=this._normalize(n),i=this._normalize(i)),this.data.array[t+0]=n,this.data.array[t+1]=i,this}setXYZ(t,n,i,r){return t=t*this.data.stride+this.offset,this.normalized&&(n=this._normalize(n),i=this._normalize(i),r=this._normalize(r)),this.data.array[t+0]=n,this.data.array[t+1]=i,this.data.array[t+2]=r,this}setXYZW(t,n,i,r,s){return t=t*this.data.stride+this.offset,this.normalized&&(n=this._normalize(n),i=this._normalize(i),r=this._normalize(r),s=this._normalize(s)),this.data.array[t+0]=n,this.data.array[t+1]=i,this.data.array[t+2]=r,this.data.array[t+3]=s,this}clone(t){if(t===void 0){vc("InterleavedBufferAttribute.clone(): Cloning an interleaved buffer attribute will de-interleave buffer data.");let n=[];for(let i=0;i<this.count;i++){let r=i*this.data.stride+this.offset;for(let s=0;s<this.itemSize;s++)n.push(this.data.array[r+s])}return new Kn(new this.array.constructor(n),this.itemSize,this.normalized)}else return t.interleavedBuffers===void 0&&(t.interleavedBuffers={}),t.interleavedBuffers[this.data.uuid]===void 0&&(t.interleavedBuffers[this.data.uuid]=this.data.clone(t)),new e(t.interleavedBuffers[this.data.uuid],this.itemSize,this.offset,this.normalized)}toJSON(t){if(t===void 0){vc("InterleavedBufferAttribute.toJSON(): Serializing an interleaved buffer attribute will de-interleave buffer data.");let n=[];for(let i=0;i<this.count;i++){let r=i*this.data.stride+this.offset;for(let s=0;s<this.itemSize;s++)n.push(this.data.array[r+s])}return{itemSize:this.itemSize,type:this.array.constructor.name,array:n,normalized:this.normalized}}else return t.interleavedBuffers===void 0&&(t.interleavedBuffers={}),t.interleavedBuffers[this.data.uuid]===void 0&&(t.interleavedBuffers[this.data.uuid]=this.data.toJSON(t)),{isInterleavedBufferAttribute:!0,itemSize:this.itemSize,data:this.data.uuid,offset:this.offset,normalized:this.normalized}}_denormalize(t){let n=this._normalizationScale;return n!==void 0?Math.max(t/n,-1):cm(t,this.data.array)}_normalize(t){let n=this._normalizationScale;return n!==void 0?Math.round(t*n):lm(t,this.data.array)}},Sp=new G,f3=new G,h3=new zt,Jn=class{constructor(t=new G(1,0,0),n=0){this.isPlane=!0,this.normal=t,this.constant=n}set(t,n){return this.normal.copy(t),this.constant=n,this}setComponents(t,n,i,r){return this.normal.set(t,n,i),this.constant=r,this}setFromNormalAndCoplanarPoint(t,n){return this.normal.copy(t),this.constant=-n.dot(this.normal),this}setFromCoplanarPoints(t,n,i){let r=Sp.subVectors(i,n).cross(f3.subVectors(t,n)).normalize();return this.setFromNormalAndCoplanarPoint(r,t),this}copy(t){return this.normal.copy(t.normal),this.constant=t.constant,this}normalize(){let t=1/this.normal.length();return this.normal.multiplyScalar(t),this.constant*=t,this}negate(){return this.constant*=-1,this.normal.negate(),this}distanceToPoint(t){return this.normal.dot(t)+this.constant}distanceToSphere(t){return this.distanceToPoint(t.center)-t.radius}projectPoint(t,n){return n.copy(t).addScaledVector(this.normal,-this.distanceToPoint(t))}intersectLine(t,n,i=!0){let r=t.delta(Sp),s=this.normal.dot(r);if(s===0)return this.distanceToPoint(t.start)===0?n.copy(t.start):null;let o=-(t.start.dot(this.normal)+this.constant)/s;return i===!0&&(o<0||o>1)?null:n.copy(t.start).addScaledVector(r,o)}intersectsLine(t){let n=this.distanceToPoint(t.start),i=this.distanceToPoint(t.end);return n<0&&i>0||i<0&&n>0}intersectsBox(t){return t.intersectsPlane(this)}intersectsSphere(t){return t.intersectsPlane(this)}coplanarPoint(t){return t.copy(this.normal).multiplyScalar(-this.constant)}applyMatrix4(t,n){let i=n||h3.getNormalMatrix(t),r=this.coplanarPoint(Sp).applyMatrix4(t),s=this.normal.applyMatrix3(i).normalize();return this.constant=-r.dot(s),this}translate(t){return this.constant-=t.dot(this.normal),this}equals(t){return t.normal.equals(this.normal)&&t.constant===this.constant}clone(){return new this.constructor().copy(this)}toJSON(){return{normal:this.normal.toArray(),constant:this.constant}}fromJSON(t){return this.normal.fromArray(t.normal),this.constant=t.constant,this}},d3=0,as=class extends Di{constructor(){super(),this.isMaterial=!0,Object.defineProperty(this,"id",{value:d3++}),this.uuid=gs(),this.name="",this.type="Material",this.blending=aa,this.side=ps,this.vertexColors=!1,this.opacity=1,this.transparent=!1,this.alphaHash=!1,this.blendSrc=Op,this.blendDst=Bp,this.blendEquation=Zs,this.blendSrcAlpha=null,this.blendDstAlpha=null,this.blendEquationAlpha=null,this.blendColor=new ne(0,0,0),this.blendAlpha=0,this.depthFunc=Jo,this.depthTest=!0,this.depthWrite=!0,this.stencilWriteMask=255,this.stencilFunc=Mv,this.stencilRef=0,this.stencilFuncMask=255,this.stencilFail=Ru,this.stencilZFail=Ru,this.stencilZPass=Ru,this.stencilWrite=!1,this.clippingPlanes=null,this.clipIntersection=!1,this.clipShadows=!1,this.shadowSide=null,this.colorWrite=!0,this.precision=null,this.polygonOffset=!1,this.polygonOffsetFactor=0,this.polygonOffsetUnits=0,this.dithering=!1,this.alphaToCoverage=!1,this.premultipliedAlpha=!1,this.forceSinglePass=!1,this.allowOverride=!0,this.visible=!0,this.toneMapped=!0,this.userData={},this.version=0,this._alphaTest=0}get alphaTest(){return this._alphaTest}set alphaTest(t){this._alphaTest>0!=t>0&&this.version++,this._alphaTest=t}onBeforeRender(){}onBeforeCompile(){}customProgramCacheKey(){return this.onBeforeCompile.toString()}setValues(t){if(t!==void 0)for(let n in t){let i=t[n];if(i===void 0){Ut(`Material: parameter '${n}' has value of undefined.`);continue}let r=this[n];if(r===void 0){Ut(`Material: '${n}' is not a property of THREE.${this.type}.`);continue}r&&r.isColor?r.set(i):r&&r.isVector2&&i&&i.isVector2||r&&r.isEuler&&i&&i.isEuler||r&&r.isVector3&&i&&i.isVector3?r.copy(i):this[n]=i}}toJSON(t){let n=t===void 0||typeof t=="string";n&&(t={textures:{},images:{}});let i={metadata:{version:4.7,type:"Material",generator:"Material.toJSON"}};i.uuid=this.uuid,i.type=this.type,i.blending=this.blending,i.side=this.side,i.shadowSide=this.shadowSide,i.vertexColors=this.vertexColors,i.opacity=this.opacity,i.transparent=this.transparent,i.blendSrc=this.blendSrc,i.blendDst=this.blendDst,i.blendEquation=this.blendEquation,i.blendSrcAlpha=this.blendSrcAlpha,i.blendDstAlpha=this.blendDstAlpha,i.blendEquationAlpha=this.blendEquationAlpha,i.blendColor=this.blendColor.getHex(),i.blendAlpha=this.blendAlpha,i.depthFunc=this.depthFunc,i.depthTest=this.depthTest,i.depthWrite=this.depthWrite,i.colorWrite=this.colorWrite,i.clipIntersection=this.clipIntersection,i.clipShadows=this.clipShadows,i.stencilWriteMask=this.stencilWriteMask,i.stencilFunc=this.stencilFunc,i.stencilRef=this.stencilRef,i.stencilFuncMask=this.stencilFuncMask,i.stencilFail=this.stencilFail,i.stencilZFail=this.stencilZFail,i.stencilZPass=this.stencilZPass,i.stencilWrite=this.stencilWrite,i.polygonOffset=this.polygonOffset,i.polygonOffsetFactor=this.polygonOffsetFactor,i.polygonOffsetUnits=this.polygonOffsetUnits,i.dithering=this.dithering,i.alphaTest=this.alphaTest,i.alphaHash=this.alphaHash,i.alphaToCoverage=this.alphaToCoverage,i.premultipliedAlpha=this.premultipliedAlpha,i.forceSinglePass=this.forceSinglePass,i.allowOverride=this.allowOverride,i.visible=this.visible,i.toneMapped=this.toneMapped,i.name=this.name,this.color&&this.color.isColor&&(i.color=this.color.getHex()),this.roughness!==void 0&&(i.roughness=this.roughness),this.metalness!==void 0&&(i.metalness=this.metalness),this.sheen!==void 0&&(i.sheen=this.sheen),this.sheenColor&&this.sheenColor.isColor&&(i.sheenColor=this.sheenColor.getHex()),this.sheenRoughness!==void 0&&(i.sheenRoughness=this.sheenRoughness),this.emissive&&this.emissive.isColor&&(i.emissive=this.emissive.getHex()),this.emissiveIntensity!==void 0&&(i.emissiveIntensity=this.emissiveIntensity),this.specular&&this.specular.isColor&&(i.specular=this.specular.getHex()),this.specularIntensity!==void 0&&(i.specularIntensity=this.specularIntensity),this.specularColor&&this.specularColor.isColor&&(i.specularColor=this.specularColor.getHex()),this.shininess!==void 0&&(i.shininess=this.shininess),this.clearcoat!==void 0&&(i.clearcoat=this.clearcoat),this.clearcoatRoughness!==void 0&&(i.clearcoatRoughness=this.clearcoatRoughness),this.diffuseRoughness!==void 0&&(i.diffuseRoughness=this.diffuseRoughness),this.diffuseRoughnessMap&&this.diffuseRoughnessMap.isTexture&&(i.diffuseRoughnessMap=this.diffuseRoughnessMap.toJSON(t).uuid),this.clearcoatMap&&this.clearcoatMap.isTexture&&(i.clearcoatMap=this.clearcoatMap.toJSON(t).uuid),this.clearcoatRoughnessMap&&this.clearcoatRoughnessMap.isTexture&&(i.clearcoatRoughnessMap=this.clearcoatRoughnessMap.toJSON(t).uuid),this.clearcoatNormalMap&&this.clearcoatNormalMap.isTexture&&(i.clearcoatNormalMap=this.clearcoatNormalMap.toJSON(t).uuid,i.clearcoatNormalScale=this.clearcoatNormalScale.toArray()),this.sheenColorMap&&this.sheenColorMap.isTexture&&(i.sheenColorMap=this.sheenColorMap.toJSON(t).uuid),this.sheenRoughnessMap&&this.sheenRoughnessMap.isTexture&&(i.sheenRoughnessMap=this.sheenRoughnessMap.toJSON(t).uuid),this.dispersion!==void 0&&(i.dispersion=this.dispersion),this.retroreflectivity!==void 0&&(i.retroreflectivity=this.retroreflectivity),this.iridescence!==void 0&&(i.iridescence=this.iridescence),this.iridescenceIOR!==void 0&&(i.iridescenceIOR=this.iridescenceIOR),this.iridescenceThicknessMinimum!==void 0&&(i.iridescenceThicknessMinimum=this.iridescenceThicknessMinimum),this.iridescenceThicknessMaximum!==void 0&&(i.iridescenceThicknessMaximum=this.iridescenceThicknessMaximum),this.iridescenceMap&&this.iridescenceMap.isTexture&&(i.iridescenceMap=this.iridescenceMap.toJSON(t).uuid),this.iridescenceThicknessMap&&this.iridescenceThicknessMap.isTexture&&(i.iridescenceThicknessMap=this.iridescenceThicknessMap.toJSON(t).uuid),this.anisotropy!==void 0&&(i.anisotropy=this.anisotropy),this.anisotropyRotation!==void 0&&(i.anisotropyRotation=this.anisotropyRotation),this.anisotropyMap&&this.anisotropyMap.isTexture&&(i.anisotropyMap=this.anisotropyMap.toJSON(t).uuid),this.map&&this.map.isTexture&&(i.map=this.map.toJSON(t).uuid),this.matcap&&this.matcap.isTexture&&(i.matcap=this.matcap.toJSON(t).uuid),this.alphaMap&&this.alphaMap.isTexture&&(i.alphaMap=this.alphaMap.toJSON(t).uuid),this.lightMap&&this.lightMap.isTexture&&(i.lightMap=this.lightMap.toJSON(t).uuid,i.lightMapIntensity=this.lightMapIntensity),this.aoMap&&this.aoMap.isTexture&&(i.aoMap=this.aoMap.toJSON(t).uuid,i.aoMapIntensity=this.aoMapIntensity),this.bumpMap&&this.bumpMap.isTexture&&(i.bumpMap=this.bumpMap.toJSON(t).uuid,i.bumpScale=this.bumpScale),this.normalMap&&this.normalMap.isTexture&&(i.normalMap=this.normalMap.toJSON(t).uuid,i.normalMapType=this.normalMapType,i.normalScale=this.normalScale.toArray()),this.displacementMap&&this.displacementMap.isTexture&&(i.displacementMap=this.displacementMap.toJSON(t).uuid,i.displacementScale=this.displacementScale,i.displacementBias=this.displacementBias),this.roughnessMap&&this.roughnessMap.isTexture&&(i.roughnessMap=this.roughnessMap.toJSON(t).uuid),this.metalnessMap&&this.metalnessMap.isTexture&&(i.metalnessMap=this.metalnessMap.toJSON(t).uuid),this.emissiveMap&&this.emissiveMap.isTexture&&(i.emissiveMap=this.emissiveMap.toJSON(t).uuid),this.specularMap&&this.specularMap.isTexture&&(i.specularMap=this.specularMap.toJSON(t).uuid),this.specularIntensityMap&&this.specularIntensityMap.isTexture&&(i.specularIntensityMap=this.specularIntensityMap.toJSON(t).uuid),this.specularColorMap&&this.specularColorMap.isTexture&&(i.specularColorMap=this.specularColorMap.toJSON(t).uuid),this.envMap&&this.envMap.isTexture&&(i.envMap=this.envMap.toJSON(t).uuid,this.combine!==void 0&&(i.combine=this.combine)),this.envMapRotation!==void 0&&(i.envMapRotation=this.envMapRotation.toArray()),this.envMapIntensity!==void 0&&(i.envMapIntensity=this.envMapIntensity),this.reflectivity!==void 0&&(i.reflectivity=this.reflectivity),this.refractionRatio!==void 0&&(i.refractionRatio=this.refractionRatio),this.gradientMap&&this.gradientMap.isTexture&&(i.gradientMap=this.gradientMap.toJSON(t).uuid),this.transmission!==void 0&&(i.transmission=this.transmission),this.transmissionMap&&this.transmissionMap.isTexture&&(i.transmissionMap=this.transmissionMap.toJSON(t).uuid),this.thickness!==void 0&&(i.thickness=this.thickness),this.thicknessMap&&this.thicknessMap.isTexture&&(i.thicknessMap=this.thicknessMap.toJSON(t).uuid),this.attenuationDistance!==void 0&&(i.attenuationDistance=this.attenuationDistance),this.attenuationColor!==void 0&&(i.attenuationColor=this.attenuationColor.getHex()),this.size!==void 0&&(i.size=this.size),this.sizeAttenuation!==void 0&&(i.sizeAttenuation=this.sizeAttenuation),Array.isArray(this.clippingPlanes)&&this.clippingPlanes.length>0&&(i.clippingPlanes=this.clippingPlanes.map(s=>s.toJSON())),this.rotation!==void 0&&(i.rotation=this.rotation),this.depthPacking!==void 0&&(i.depthPacking=this.depthPacking),this.linewidth!==void 0&&(i.linewidth=this.linewidth),this.linecap!==void 0&&(i.linecap=this.linecap),this.linejoin!==void 0&&(i.linejoin=this.linejoin),this.dashSize!==void 0&&(i.dashSize=this.dashSize),this.gapSize!==void 0&&(i.gapSize=this.gapSize),this.scale!==void 0&&(i.scale=this.scale),this.wireframe!==void 0&&(i.wireframe=this.wireframe),this.wireframeLinewidth!==void 0&&(i.wireframeLinewidth=this.wireframeLinewidth),this.wireframeLinecap!==void 0&&(i.wireframeLinecap=this.wireframeLinecap),this.wireframeLinejoin!==void 0&&(i.wireframeLinejoin=this.wireframeLinejoin),this.flatShading!==void 0&&(i.flatShading=this.flatShading),this.fog!==void 0&&(i.fog=this.fog),Object.keys(this.userData).length>0&&(i.userData=this.userData);function r(s){let o=[];for(let a in s){let c=s[a];delete c.metadata,o.push(c)}return o}if(n){let s=r(t.textures),o=r(t.images);s.length>0&&(i.textures=s),o.length>0&&(i.images=o)}return i}fromJSON(t,n){if(t.uuid!==void 0&&(this.uuid=t.uuid),t.name!==void 0&&(this.name=t.name),t.color!==void 0&&this.color!==void 0&&this.color.setHex(t.color),t.roughness!==void 0&&(this.roughness=t.roughness),t.metalness!==void 0&&(this.metalness=t.metalness),t.sheen!==void 0&&(this.sheen=t.sheen),t.sheenColor!==void 0&&(this.sheenColor=new ne().setHex(t.sheenColor)),t.sheenRoughness!==void 0&&(this.sheenRoughness=t.sheenRoughness),t.emissive!==void 0&&this.emissive!==void 0&&this.emissive.setHex(t.emissive),t.specular!==void 0&&this.specular!==void 0&&this.specular.setHex(t.specular),t.specularIntensity!==void 0&&(this.specularIntensity=t.specularIntensity),t.specularColor!==void 0&&this.specularColor!==void 0&&this.specularColor.setHex(t.specularColor),t.shininess!==void 0&&(this.shininess=t.shininess),t.clearcoat!==void 0&&(this.clearcoat=t.clearcoat),t.clearcoatRoughness!==void 0&&(this.clearcoatRoughness=t.clearcoatRoughness),t.diffuseRoughness!==void 0&&(this.diffuseRoughness=t.diffuseRoughness),t.dispersion!==void 0&&(this.dispersion=t.dispersion),t.retroreflectivity!==void 0&&(this.retroreflectivity=t.retroreflectivity),t.iridescence!==void 0&&(this.iridescence=t.iridescence),t.iridescenceIOR!==void 0&&(this.iridescenceIOR=t.iridescenceIOR),t.iridescenceThicknessMinimum!==void 0&&(this.iridescenceThicknessMinimum=t.iridescenceThicknessMinimum),t.iridescenceThicknessMaximum!==void 0&&(this.iridescenceThicknessMaximum=t.iridescenceThicknessMaximum),t.iridescenceThicknessRange!==void 0&&(this.iridescenceThicknessMinimum=t.iridescenceThicknessRange[0],this.iridescenceThicknessMaximum=t.iridescenceThicknessRange[1]),t.transmission!==void 0&&(this.transmission=t.transmission),t.thickness!==void 0&&(this.thickness=t.thickness),t.attenuationDistance!==void 0&&(this.attenuationDistance=t.attenuationDistance),t.attenuationColor!==void 0&&this.attenuationColor!==void 0&&this.attenuationColor.setHex(t.attenuationColor),t.anisotropy!==void 0&&(this.anisotropy=t.anisotropy),t.anisotropyRotation!==void 0&&(this.anisotropyRotation=t.anisotropyRotation),t.fog!==void 0&&(this.fog=t.fog),t.flatShading!==void 0&&(this.flatShading=t.flatShading),t.blending!==void 0&&(this.blending=t.blending),t.combine!==void 0&&(this.combine=t.combine),t.side!==void 0&&(this.side=t.side),t.shadowSide!==void 0&&(this.shadowSide=t.shadowSide),t.opacity!==void 0&&(this.opacity=t.opacity),t.transparent!==void 0&&(this.transparent=t.transparent),t.alphaTest!==void 0&&(this.alphaTest=t.alphaTest),t.alphaHash!==void 0&&(this.alphaHash=t.alphaHash),t.depthFunc!==void 0&&(this.depthFunc=t.depthFunc),t.depthTest!==void 0&&(this.depthTest=t.depthTest),t.depthWrite!==void 0&&(this.depthWrite=t.depthWrite),t.colorWrite!==void 0&&(this.colorWrite=t.colorWrite),t.clippingPlanes!==void 0&&(this.clippingPlanes=t.clippingPlanes.map(i=>new Jn().fromJSON(i))),t.clipIntersection!==void 0&&(this.clipIntersection=t.clipIntersection),t.clipShadows!==void 0&&(this.clipShadows=t.clipShadows),t.depthPacking!==void 0&&(this.depthPacking=t.depthPacking),t.blendSrc!==void 0&&(this.blendSrc=t.blendSrc),t.blendDst!==void 0&&(this.blendDst=t.blendDst),t.blendEquation!==void 0&&(this.blendEquation=t.blendEquation),t.blendSrcAlpha!==void 0&&(this.blendSrcAlpha=t.blendSrcAlpha),t.blendDstAlpha!==void 0&&(this.blendDstAlpha=t.blendDstAlpha),t.blendEquationAlpha!==void 0&&(this.blendEquationAlpha=t.blendEquationAlpha),t.blendColor!==void 0&&this.blendColor!==void 0&&this.blendColor.setHex(t.blendColor),t.blendAlpha!==void 0&&(this.blendAlpha=t.blendAlpha),t.stencilWriteMask!==void 0&&(this.stencilWriteMask=t.stencilWriteMask),t.stencilFunc!==void 0&&(this.stencilFunc=t.stencilFunc),t.stencilRef!==void 0&&(this.stencilRef=t.stencilRef),t.stencilFuncMask!==void 0&&(this.stencilFuncMask=t.stencilFuncMask),t.stencilFail!==void 0&&(this.stencilFail=t.stencilFail),t.stencilZFail!==void 0&&(this.stencilZFail=t.stencilZFail),t.stencilZPass!==void 0&&(this.stencilZPass=t.stencilZPass),t.stencilWrite!==void 0&&(this.stencilWrite=t.stencilWrite),t.wireframe!==void 0&&(this.wireframe=t.wireframe),t.wireframeLinewidth!==void 0&&(this.wireframeLinewidth=t.wireframeLinewidth),t.wireframeLinecap!==void 0&&(this.wireframeLinecap=t.wireframeLinecap),t.wireframeLinejoin!==void 0&&(this.wireframeLinejoin=t.wireframeLinejoin),t.rotation!==void 0&&(this.rotation=t.rotation),t.linewidth!==void 0&&(this.linewidth=t.linewidth),t.linecap!==void 0&&(this.linecap=t.linecap),t.linejoin!==void 0&&(this.linejoin=t.linejoin),t.dashSize!==void 0&&(this.dashSize=t.dashSize),t.gapSize!==void 0&&(this.gapSize=t.gapSize),t.scale!==void 0&&(this.scale=t.scale),t.polygonOffset!==void 0&&(this.polygonOffset=t.polygonOffset),t.polygonOffsetFactor!==void 0&&(this.polygonOffsetFactor=t.polygonOffsetFactor),t.polygonOffsetUnits!==void 0&&(this.polygonOffsetUnits=t.polygonOffsetUnits),t.dithering!==void 0&&(this.dithering=t.dithering),t.alphaToCoverage!==void 0&&(this.alphaToCoverage=t.alphaToCoverage),t.premultipliedAlpha!==void 0&&(this.premultipliedAlpha=t.premultipliedAlpha),t.forceSinglePass!==void 0&&(this.forceSinglePass=t.forceSinglePass),t.allowOverride!==void 0&&(this.allowOverride=t.allowOverride),t.visible!==void 0&&(this.visible=t.visible),t.toneMapped!==void 0&&(this.toneMapped=t.toneMapped),t.userData!==void 0&&(this.userData=t.userData),t.vertexColors!==void 0&&(typeof t.vertexColors=="number"?this.vertexColors=t.vertexColors>0:this.vertexColors=t.vertexColors),t.size!==void 0&&(this.size=t.size),t.sizeAttenuation!==void 0&&(this.sizeAttenuation=t.sizeAttenuation),t.map!==void 0&&(this.map=n[t.map]||null),t.matcap!==void 0&&(this.matcap=n[t.matcap]||null),t.alphaMap!==void 0&&(this.alphaMap=n[t.alphaMap]||null),t.bumpMap!==void 0&&(this.bumpMap=n[t.bumpMap]||null),t.bumpScale!==void 0&&(this.bumpScale=t.bumpScale),t.normalMap!==void 0&&(this.normalMap=n[t.normalMap]||null),t.normalMapType!==void 0&&(this.normalMapType=t.normalMapType),t.normalScale!==void 0){let i=t.normalScale;Array.isArray(i)===!1&&(i=[i,i]),this.normalScale=new Ot().fromArray(i)}return t.displacementMap!==void 0&&(this.displacementMap=n[t.displacementMap]||null),t.displacementScale!==void 0&&(this.displacementScale=t.displacementScale),t.displacementBias!==void 0&&(this.displacementBias=t.displacementBias),t.roughnessMap!==void 0&&(this.roughnessMap=n[t.roughnessMap]||null),t.metalnessMap!==void 0&&(this.metalnessMap=n[t.metalnessMap]||null),t.emissiveMap!==void 0&&(this.emissiveMap=n[t.emissiveMap]||null),t.emissiveIntensity!==void 0&&(this.emissiveIntensity=t.emissiveIntensity),t.specularMap!==void 0&&(this.specularMap=n[t.specularMap]||null),t.specularIntensityMap!==void 0&&(this.specularIntensityMap=n[t.specularIntensityMap]||null),t.specularColorMap!==void 0&&(this.specularColorMap=n[t.specularColorMap]||null),t.envMap!==void 0&&(this.envMap=n[t.envMap]||null),t.envMapRotation!==void 0&&this.envMapRotation.fromArray(t.envMapRotation),t.envMapIntensity!==void 0&&(this.envMapIntensity=t.envMapIntensity),t.reflectivity!==void 0&&(this.reflectivity=t.reflectivity),t.refractionRatio!==void 0&&(this.refractionRatio=t.refractionRatio),t.lightMap!==void 0&&(this.lightMap=n[t.lightMap]||null),t.lightMapIntensity!==void 0&&(this.lightMapIntensity=t.lightMapIntensity),t.aoMap!==void 0&&(this.aoMap=n[t.aoMap]||null),t.aoMapIntensity!==void 0&&(this.aoMapIntensity=t.aoMapIntensity),t.gradientMap!==void 0&&(this.gradientMap=n[t.gradientMap]||null),t.clearcoatMap!==void 0&&(this.clearcoatMap=n[t.clearcoatMap]||null),t.clearcoatRoughnessMap!==void 0&&(this.clearcoatRoughnessMap=n[t.clearcoatRoughnessMap]||null),t.clearcoatNormalMap!==void 0&&(this.clearcoatNormalMap=n[t.clearcoatNormalMap]||null),t.clearcoatNormalScale!==void 0&&(this.clearcoatNormalScale=new Ot().fromArray(t.clearcoatNormalScale)),t.diffuseRoughnessMap!==void 0&&(this.diffuseRoughnessMap=n[t.diffuseRoughnessMap]||null),t.iridescenceMap!==void 0&&(this.iridescenceMap=n[t.iridescenceMap]||null),t.iridescenceThicknessMap!==void 0&&(this.iridescenceThicknessMap=n[t.iridescenceThicknessMap]||null),t.transmissionMap!==void 0&&(this.transmissionMap=n[t.transmissionMap]||null),t.thicknessMap!==void 0&&(this.thicknessMap=n[t.thicknessMap]||null),t.anisotropyMap!==void 0&&(this.anisotropyMap=n[t.anisotropyMap]||null),t.sheenColorMap!==void 0&&(this.sheenColorMap=n[t.sheenColorMap]||null),t.sheenRoughnessMap!==void 0&&(this.sheenRoughnessMap=n[t.sheenRoughnessMap]||null),this}clone(){return new this.constructor().copy(this)}copy(t){this.name=t.name,this.blending=t.blending,this.side=t.side,this.vertexColors=t.vertexColors,this.opacity=t.opacity,this.transparent=t.transparent,this.blendSrc=t.blendSrc,this.blendDst=t.blendDst,this.blendEquation=t.blendEquation,this.blendSrcAlpha=t.blendSrcAlpha,this.blendDstAlpha=t.blendDstAlpha,this.blendEquationAlpha=t.blendEquationAlpha,this.blendColor.copy(t.blendColor),this.blendAlpha=t.blendAlpha,this.depthFunc=t.depthFunc,this.depthTest=t.depthTest,this.depthWrite=t.depthWrite,this.stencilWriteMask=t.stencilWriteMask,this.stencilFunc=t.stencilFunc,this.stencilRef=t.stencilRef,this.stencilFuncMask=t.stencilFuncMask,this.stencilFail=t.stencilFail,this.stencilZFail=t.stencilZFail,this.stencilZPass=t.stencilZPass,this.stencilWrite=t.stencilWrite;let n=t.clippingPlanes,i=null;if(n!==null){let r=n.length;i=new Array(r);for(let s=0;s!==r;++s)i[s]=n[s].clone()}return this.clippingPlanes=i,this.clipIntersection=t.clipIntersection,this.clipShadows=t.clipShadows,this.shadowSide=t.shadowSide,this.colorWrite=t.colorWrite,this.precision=t.precision,this.polygonOffset=t.polygonOffset,this.polygonOffsetFactor=t.polygonOffsetFactor,this.polygonOffsetUnits=t.polygonOffsetUnits,this.dithering=t.dithering,this.alphaTest=t.alphaTest,this.alphaHash=t.alphaHash,this.alphaToCoverage=t.alphaToCoverage,this.premultipliedAlpha=t.premultipliedAlpha,this.forceSinglePass=t.forceSinglePass,this.allowOverride=t.allowOverride,this.visible=t.visible,this.toneMapped=t.toneMapped,this.userData=JSON.parse(JSON.stringify(t.userData)),this}dispose(){this.dispatchEvent({type:"dispose"})}set needsUpdate(t){t===!0&&this.version++}};var Ar=new G,Mp=new G,hu=new G,du=new G,Xs=class{constructor(t=new G,n=new G(0,0,-1)){this.origin=t,this.direction=n}set(t,n){return this.origin.copy(t),this.direction.copy(n),this}copy(t){return this.origin.copy(t.origin),this.direction.copy(t.direction),this}at(t,n){return n.copy(this.origin).addScaledVector(this.direction,t)}lookAt(t){return this.direction.copy(t).sub(this.origin).normalize(),this}recast(t){return this.origin.copy(this.at(t,Ar)),this}closestPointToPoint(t,n){n.subVectors(t,this.origin);let i=n.dot(this.direction);return i<0?n.copy(this.origin):n.copy(this.origin).addScaledVector(this.direction,i)}distanceToPoint(t){return Math.sqrt(this.distanceSqToPoint(t))}distanceSqToPoint(t){let n=Ar.subVectors(t,this.origin).dot(this.direction);return n<0?this.origin.distanceToSquared(t):(Ar.copy(this.origin).addScaledVector(this.direction,n),Ar.distanceToSquared(t))}distanceSqToSegment(t,n,i,r){Mp.copy(t).add(n).multiplyScalar(.5),hu.copy(n).sub(t).normalize(),du.copy(this.origin).sub(Mp);let s=t.distanceTo(n)*.5,o=-this.direction.dot(hu),a=du.dot(this.direction),c=-du.dot(hu),l=du.lengthSq(),u=Math.abs(1-o*o),h,f,d,p;if(u>0)if(h=o*c-a,f=o*a-c,p=s*u,h>=0)if(f>=-p)if(f<=p){let _=1/u;h*=_,f*=_,d=h*(h+o*f+2*a)+f*(o*h+f+2*c)+l}else f=s,h=Math.max(0,-(o*f+a)),d=-h*h+f*(f+2*c)+l;else f=-s,h=Math.max(0,-(o*f+a)),d=-h*h+f*(f+2*c)+l;else f<=-p?(h=Math.max(0,-(-o*s+a)),f=h>0?-s:Math.min(Math.max(-s,-c),s),d=-h*h+f*(f+2*c)+l):f<=p?(h=0,f=Math.min(Math.max(-s,-c),s),d=f*(f+2*c)+l):(h=Math.max(0,-(o*s+a)),f=h>0?s:Math.min(Math.max(-s,-c),s),d=-h*h+f*(f+2*c)+l);else f=o>0?-s:s,h=Math.max(0,-(o*f+a)),d=-h*h+f*(f+2*c)+l;return i&&i.copy(this.origin).addScaledVector(this.direction,h),r&&r.copy(Mp).addScaledVector(hu,f),d}intersectSphere(t,n){if(t.radius<0)return null;Ar.subVectors(t.center,this.origin);let i=Ar.dot(this.direction),r=Ar.dot(Ar)-i*i,s=t.radius*t.radius;if(r>s)return null;let o=Math.sqrt(s-r),a=i-o,c=i+o;return c<0?null:a<0?this.at(c,n):this.at(a,n)}intersectsSphere(t){return t.radius<0?!1:this.distanceSqToPoint(t.center)<=t.radius*t.radius}distanceToPlane(t){let n=t.normal.dot(this.direction);if(n===0)return t.distanceToPoint(this.origin)===0?0:null;let i=-(this.origin.dot(t.normal)+t.constant)/n;return i>=0?i:null}intersectPlane(t,n){let i=this.distanceToPlane(t);return i===null?null:this.at(i,n)}intersectsPlane(t){let n=t.distanceToPoint(this.origin);return n===0||t.normal.dot(this.direction)*n<0}intersectBox(t,n){let i,r,s,o,a,c,l=1/this.direction.x,u=1/this.direction.y,h=1/this.direction.z,f=this.origin;return l>=0?(i=(t.min.x-f.x)*l,r=(t.max.x-f.x)*l):(i=(t.max.x-f.x)*l,r=(t.min.x-f.x)*l),u>=0?(s=(t.min.y-f.y)*u,o=(t.max.y-f.y)*u):(s=(t.max.y-f.y)*u,o=(t.min.y-f.y)*u),i>o||s>r||((s>i||isNaN(i))&&(i=s),(o<r||isNaN(r))&&(r=o),h>=0?(a=(t.min.z-f.z)*h,c=(t.max.z-f.z)*h):(a=(t.max.z-f.z)*h,c=(t.min.z-f.z)*h),i>c||a>r)||((a>i||i!==i)&&(i=a),(c<r||r!==r)&&(r=c),r<0)?null:this.at(i>=0?i:r,n)}intersectsBox(t){return this.intersectBox(t,Ar)!==null}intersectTriangle(t,n,i,r,s){let o=this.origin,a=this.direction,c=a.x,l=a.y,u=a.z,h=t.x-o.x,f=t.y-o.y,d=t.z-o.z,p=n.x-o.x,_=n.y-o.y,m=n.z-o.z,g=i.x-o.x,x=i.y-o.y,M=i.z-o.z,v=Math.abs(c),T=Math.abs(l),b=Math.abs(u),y,S,P,C,A,D,B,I,L,k,z,Z;if(v>=T&&v>=b?(P=c,D=h,L=p,Z=g,c>=0?(y=l,S=u,C=f,A=d,B=_,I=m,k=x,z=M):(y=u,S=l,C=d,A=f,B=m,I=_,k=M,z=x)):T>=b?(P=l,D=f,L=_,Z=x,l>=0?(y=u,S=c,C=d,A=h,B=m,I=p,k=M,z=g):(y=c,S=u,C=h,A=d,B=p,I=m,k=g,z=M)):(P=u,D=d,L=m,Z=M,u>=0?(y=c,S=l,C=h,A=f,B=p,I=_,k=g,z=x):(y=l,S=c,C=f,A=h,B=_,I=p,k=x,z=g)),P===0)return null;let U=y/P,V=S/P,Y=1/P,st=C-U*D,ct=A-V*D,X=B-U*L,at=I-V*L,ft=k-U*Z,ot=z-V*Z,rt=ft*at-ot*X,J=st*ot-ct*ft,gt=X*ct-at*st;if(r){if(rt<0||J<0||gt<0)return null}else if((rt<0||J<0||gt<0)&&(rt>0||J>0||gt>0))return null;let lt=rt+J+gt;if(lt===0)return null;let K=Y*(rt*D+J*L+gt*Z);return(lt>0?K<0:K>0)?null:this.at(K/lt,s)}applyMatrix4(t){return this.origin.applyMatrix4(t),this.direction.transformDirection(t),this}equals(t){return t.origin.equals(this.origin)&&t.direction.equals(this.direction)}clone(){return new this.constructor().copy(this)}},Wu=class extends as{constructor(t){super(),this.isMeshBasicMaterial=!0,this.type="MeshBasicMaterial",this.color=new ne(16777215),this.map=null,this.lightMap=null,this.lightMapIntensity=1,this.aoMap=null,this.aoMapIntensity=1,this.specularMap=null,this.alphaMap=null,this.envMap=null,this.envMapRotation=new os,this.combine=kp,this.reflectivity=1,this.refractionRatio=.98,this.wireframe=!1,this.wireframeLinewidth=1,this.wireframeLinecap="round",this.wireframeLinejoin="round",this.fog=!0,this.setValues(t)}copy(t){return super.copy(t),this.color.copy(t.color),this.map=t.map,this.lightMap=t.lightMap,this.lightMapIntensity=t.lightMapIntensity,this.aoMap=t.aoMap,this.aoMapIntensity=t.aoMapIntensity,this.specularMap=t.specularMap,this.alphaMap=t.alphaMap,this.envMap=t.envMap,this.envMapRotation.copy(t.envMapRotation),this.combine=t.combine,this.reflectivity=t.reflectivity,this.refractionRatio=t.refractionRatio,this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.wireframeLinecap=t.wireframeLinecap,this.wireframeLinejoin=t.wireframeLinejoin,this.fog=t.fog,this}},Bx=new we,Gs=new Xs,pu=new Ni,kx=new G,mu=new G,gu=new G,_u=new G,wp=new G,yu=new G,zx=new G,xu=new G,Bn=class extends Qn{constructor(t=new ei,n=new Wu){super(),this.isMesh=!0,this.type="Mesh",this.geometry=t,this.material=n,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.count=1,this.updateMorphTargets()}copy(t,n){return super.copy(t,n),t.morphTargetInfluences!==void 0?this.morphTargetInfluences=t.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,t.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},t.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(t.material)?t.material.slice():t.material,this.geometry=t.geometry,this}updateMorphTargets(){let n=this.geometry.morphAttributes,i=Object.keys(n);if(i.length>0){let r=n[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}getVertexPosition(t,n){let i=this.geometry,r=i.attributes.position,s=i.morphAttributes.position,o=i.morphTargetsRelative;n.fromBufferAttribute(r,t);let a=this.morphTargetInfluences;if(s&&a){yu.set(0,0,0);for(let c=0,l=s.length;c<l;c++){let u=a[c],h=s[c];u!==0&&(wp.fromBufferAttribute(h,t),o?yu.addScaledVector(wp,u):yu.addScaledVector(wp.sub(n),u))}n.add(yu)}return n}intersectsFrustum(t){return t.intersectsObject(this)}raycast(t,n){let i=this.geometry,r=this.material,s=this.matrixWorld;r!==void 0&&(i.boundingSphere===null&&i.computeBoundingSphere(),pu.copy(i.boundingSphere),pu.applyMatrix4(s),Gs.copy(t.ray).recast(t.near),!(pu.containsPoint(Gs.origin)===!1&&(Gs.intersectSphere(pu,kx)===null||Gs.origin.distanceToSquared(kx)>(t.far-t.near)**2))&&(Bx.copy(s).invert(),Gs.copy(t.ray).applyMatrix4(Bx),!(i.boundingBox!==null&&Gs.intersectsBox(i.boundingBox)===!1)&&this._computeIntersections(t,n,Gs)))}_computeIntersections(t,n,i){let r,s=this.geometry,o=this.material,a=s.index,c=s.attributes.position,l=s.attributes.uv,u=s.attributes.uv1,h=s.attributes.normal,f=s.groups,d=s.drawRange;if(a!==null)if(Array.isArray(o))for(let p=0,_=f.length;p<_;p++){let m=f[p],g=o[m.materialIndex],x=Math.max(m.start,d.start),M=Math.min(a.count,Math.min(m.start+m.count,d.start+d.count));for(let v=x,T=M;v<T;v+=3){let b=a.getX(v),y=a.getX(v+1),S=a.getX(v+2);r=vu(this,g,t,i,l,u,h,b,y,S),r&&(r.faceIndex=Math.floor(v/3),r.face.materialIndex=m.materialIndex,n.push(r))}}else{let p=Math.max(0,d.start),_=Math.min(a.count,d.start+d.count);for(let m=p,g=_;m<g;m+=3){let x=a.getX(m),M=a.getX(m+1),v=a.getX(m+2);r=vu(this,o,t,i,l,u,h,x,M,v),r&&(r.faceIndex=Math.floor(m/3),n.push(r))}}else if(c!==void 0)if(Array.isArray(o))for(let p=0,_=f.length;p<_;p++){let m=f[p],g=o[m.materialIndex],x=Math.max(m.start,d.start),M=Math.min(c.count,Math.min(m.start+m.count,d.start+d.count));for(let v=x,T=M;v<T;v+=3){let b=v,y=v+1,S=v+2;r=vu(this,g,t,i,l,u,h,b,y,S),r&&(r.faceIndex=Math.floor(v/3),r.face.materialIndex=m.materialIndex,n.push(r))}}else{let p=Math.max(0,d.start),_=Math.min(c.count,d.start+d.count);for(let m=p,g=_;m<g;m+=3){let x=m,M=m+1,v=m+2;r=vu(this,o,t,i,l,u,h,x,M,v),r&&(r.faceIndex=Math.floor(m/3),n.push(r))}}}};function p3(e,t,n,i,r,s,o,a){let c;if(t.side===Tn?c=i.intersectTriangle(o,s,r,!0,a):c=i.intersectTriangle(r,s,o,t.side===ps,a),c===null)return null;xu.copy(a),xu.applyMatrix4(e.matrixWorld);let l=n.ray.origin.distanceTo(xu);return l<n.near||l>n.far?null:{distance:l,point:xu.clone(),object:e}}function vu(e,t,n,i,r,s,o,a,c,l){e.getVertexPosition(a,mu),e.getVertexPosition(c,gu),e.getVertexPosition(l,_u);let u=p3(e,t,n,i,mu,gu,_u,zx);if(u){let h=new G;ss.getBarycoord(zx,mu,gu,_u,h),r&&(u.uv=ss.getInterpolatedAttribute(r,a,c,l,h,new Ot)),s&&(u.uv1=ss.getInterpolatedAttribute(s,a,c,l,h,new Ot)),o&&(u.normal=ss.getInterpolatedAttribute(o,a,c,l,h,new G),u.normal.dot(i.direction)>0&&u.normal.multiplyScalar(-1));let f={a,b:c,c:l,normal:new G,materialIndex:0};ss.getNormal(mu,gu,_u,f.normal),u.face=f,u.barycoord=h}return u}var ea=class extends On{constructor(t=null,n=1,i=1,r,s,o,a,c,l=Ke,u=Ke,h,f){super(null,o,a,c,l,u,r,s,h,f),this.isDataTexture=!0,this.image={data:t,width:n,height:i},this.generateMipmaps=!1,this.flipY=!1,this.unpackAlignment=1}};var Vs=new Ni,m3=new Ot(.5,.5),bu=new G,$s=class{constructor(t=new Jn,n=new Jn,i=new Jn,r=new Jn,s=new Jn,o=new Jn){this.planes=[t,n,i,r,s,o]}set(t,n,i,r,s,o){let a=this.planes;return a[0].copy(t),a[1].copy(n),a[2].copy(i),a[3].copy(r),a[4].copy(s),a[5].copy(o),this}copy(t){let n=this.planes;for(let i=0;i<6;i++)n[i].copy(t.planes[i]);return this}setFromProjectionMatrix(t,n=fi,i=!1){let r=this.planes,s=t.elements,o=s[0],a=s[1],c=s[2],l=s[3],u=s[4],h=s[5],f=s[6],d=s[7],p=s[8],_=s[9],m=s[10],g=s[11],x=s[12],M=s[13],v=s[14],T=s[15];if(r[0].setComponents(l-o,d-u,g-p,T-x).normalize(),r[1].setComponents(l+o,d+u,g+p,T+x).normalize(),r[2].setComponents(l+a,d+h,g+_,T+M).normalize(),r[3].setComponents(l-a,d-h,g-_,T-M).normalize(),i)r[4].setComponents(c,f,m,v).normalize(),r[5].setComponents(l-c,d-f,g-m,T-v).normalize();else if(r[4].setComponents(l-c,d-f,g-m,T-v).normalize(),n===fi)r[5].setComponents(l+c,d+f,g+m,T+v).normalize();else if(n===yc)r[5].setComponents(c,f,m,v).normalize();else throw new Error("THREE.Frustum.setFromProjectionMatrix(): Invalid coordinate system: "+n);return this}intersectsObject(t){if(t.boundingSphere!==void 0)t.boundingSphere===null&&t.computeBoundingSphere(),Vs.copy(t.boundingSphere).applyMatrix4(t.matrixWorld);else{let n=t.geometry;n.boundingSphere===null&&n.computeBoundingSphere(),Vs.copy(n.boundingSphere).applyMatrix4(t.matrixWorld)}return this.intersectsSphere(Vs)}intersectsSprite(t){Vs.center.set(0,0,0);let n=m3.distanceTo(t.center);return Vs.radius=.7071067811865476+n,Vs.applyMatrix4(t.matrixWorld),this.intersectsSphere(Vs)}intersectsSphere(t){let n=this.planes,i=t.center,r=-t.radius;for(let s=0;s<6;s++)if(n[s].distanceToPoint(i)<r)return!1;return!0}intersectsBox(t){let n=this.planes;for(let i=0;i<6;i++){let r=n[i];if(bu.x=r.normal.x>0?t.max.x:t.min.x,bu.y=r.normal.y>0?t.max.y:t.min.y,bu.z=r.normal.z>0?t.max.z:t.min.z,r.distanceToPoint(bu)<0)return!1}return!0}containsPoint(t){let n=this.planes;for(let i=0;i<6;i++)if(n[i].distanceToPoint(t)<0)return!1;return!0}clone(){return new this.constructor().copy(this)}},Gx=new we,Xu=class e{constructor(){this.coordinateSystem=fi,this._frustums=[],this._count=0}setFromArrayCamera(t){let n=t.cameras,i=this._frustums;for(let r=0;r<n.length;r++){let s=n[r];Gx.multiplyMatrices(s.projectionMatrix,s.matrixWorldInverse),i[r]===void 0&&(i[r]=new $s),i[r].setFromProjectionMatrix(Gx,s.coordinateSystem,s.reversedDepth)}return this._count=n.length,this}getFrustum(t){return this._frustums[t]}intersectsObject(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsObject(t))return!0;return!1}intersectsSprite(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsSprite(t))return!0;return!1}intersectsSphere(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsSphere(t))return!0;return!1}intersectsBox(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].intersectsBox(t))return!0;return!1}containsPoint(t){let n=this._frustums;for(let i=0;i<this._count;i++)if(n[i].containsPoint(t))return!0;return!1}copy(t){this.coordinateSystem=t.coordinateSystem;let n=this._frustums,i=t._frustums;for(let r=0;r<t._count;r++)n[r]===void 0&&(n[r]=new $s),n[r].copy(i[r]);return this._count=t._count,this}clone(){return new e().copy(this)}};var $u=class extends as{constructor(t){super(),this.isPointsMaterial=!0,this.type="PointsMaterial",this.color=new ne(16777215),this.map=null,this.alphaMap=null,this.size=1,this.sizeAttenuation=!0,this.fog=!0,this.setValues(t)}copy(t){return super.copy(t),this.color.copy(t.color),this.map=t.map,this.alphaMap=t.alphaMap,this.size=t.size,this.sizeAttenuation=t.sizeAttenuation,this.fog=t.fog,this}},Vx=new we,Pp=new Xs,Su=new Ni,Mu=new G,Ec=class extends Qn{constructor(t=new ei,n=new $u){super(),this.isPoints=!0,this.type="Points",this.geometry=t,this.material=n,this.morphTargetDictionary=void 0,this.morphTargetInfluences=void 0,this.updateMorphTargets()}copy(t,n){return super.copy(t,n),t.morphTargetInfluences!==void 0?this.morphTargetInfluences=t.morphTargetInfluences.slice():this.morphTargetInfluences=void 0,t.morphTargetDictionary!==void 0?this.morphTargetDictionary=Object.assign({},t.morphTargetDictionary):this.morphTargetDictionary=void 0,this.material=Array.isArray(t.material)?t.material.slice():t.material,this.geometry=t.geometry,this}intersectsFrustum(t){return t.intersectsObject(this)}raycast(t,n){let i=this.geometry,r=this.matrixWorld,s=t.params.Points.threshold,o=i.drawRange;if(i.boundingSphere===null&&i.computeBoundingSphere(),Su.copy(i.boundingSphere),Su.applyMatrix4(r),Su.radius+=s,t.ray.intersectsSphere(Su)===!1)return;Vx.copy(r).invert(),Pp.copy(t.ray).applyMatrix4(Vx);let a=s/((this.scale.x+this.scale.y+this.scale.z)/3),c=a*a,l=i.index,h=i.attributes.position;if(l!==null){let f=Math.max(0,o.start),d=Math.min(l.count,o.start+o.count);for(let p=f,_=d;p<_;p++){let m=l.getX(p);Mu.fromBufferAttribute(h,m),Hx(Mu,m,c,r,t,n,this)}}else{let f=Math.max(0,o.start),d=Math.min(h.count,o.start+o.count);for(let p=f,_=d;p<_;p++)Mu.fromBufferAttribute(h,p),Hx(Mu,p,c,r,t,n,this)}}updateMorphTargets(){let n=this.geometry.morphAttributes,i=Object.keys(n);if(i.length>0){let r=n[i[0]];if(r!==void 0){this.morphTargetInfluences=[],this.morphTargetDictionary={};for(let s=0,o=r.length;s<o;s++){let a=r[s].name||String(s);this.morphTargetInfluences.push(0),this.morphTargetDictionary[a]=s}}}}};function Hx(e,t,n,i,r,s,o){let a=Pp.distanceSqToPoint(e);if(a<n){let c=new G;Pp.closestPointToPoint(e,c),c.applyMatrix4(i);let l=r.ray.origin.distanceTo(c);if(l<r.near||l>r.far)return;s.push({distance:l,distanceToRay:Math.sqrt(a),point:c,index:t,face:null,faceIndex:null,barycoord:null,object:o})}}var Ac=class extends On{constructor(t=[],n=Js,i,r,s,o,a,c,l,u){super(t,n,i,r,s,o,a,c,l,u),this.isCubeTexture=!0,this.flipY=!1}get images(){return this.image}set images(t){this.image=t}};var Fi=class extends On{constructor(t,n,i=Oi,r,s,o,a=Ke,c=Ke,l,u=Rr,h=1){if(u!==Rr&&u!==Ir)throw new Error("THREE.DepthTexture: format must be either THREE.DepthFormat or THREE.DepthStencilFormat");let f={width:t,height:n,depth:h};super(f,r,s,o,a,c,u,i,l),this.isDepthTexture=!0,this.flipY=!1,this.generateMipmaps=!1,this.compareFunction=null}copy(t){return super.copy(t),this.source=new Qo(Object.assign({},t.image)),this.compareFunction=t.compareFunction,this}toJSON(t){let n=super.toJSON(t);return n.compareFunction=this.compareFunction,n}},Cc=class extends Fi{constructor(t,n=Oi,i=Js,r,s,o=Ke,a=Ke,c,l=Rr){let u={width:t,height:t,depth:1},h=[u,u,u,u,u,u];super(t,t,n,i,r,s,o,a,c,l),this.image=h,this.isCubeDepthTexture=!0,this.isCubeTexture=!0}get images(){return this.image}set images(t){this.image=t}},Rc=class extends On{constructor(t=null){super(),this.sourceTexture=t,this.isExternalTexture=!0}copy(t){return super.copy(t),this.sourceTexture=t.sourceTexture,this}},na=class e extends ei{constructor(t=1,n=1,i=1,r=1,s=1,o=1){super(),this.type="BoxGeometry",this.parameters={width:t,height:n,depth:i,widthSegments:r,heightSegments:s,depthSegments:o};let a=this;r=Math.floor(r),s=Math.floor(s),o=Math.floor(o);let c=[],l=[],u=[],h=[],f=0,d=0;p("z","y","x",-1,-1,i,n,t,o,s,0),p("z","y","x",1,-1,i,n,-t,o,s,1),p("x","z","y",1,1,t,i,n,r,o,2),p("x","z","y",1,-1,t,i,-n,r,o,3),p("x","y","z",1,-1,t,n,i,r,s,4),p("x","y","z",-1,-1,t,n,-i,r,s,5),this.setIndex(c),this.setAttribute("position",new mn(l,3)),this.setAttribute("normal",new mn(u,3)),this.setAttribute("uv",new mn(h,2));function p(_,m,g,x,M,v,T,b,y,S,P){let C=v/y,A=T/S,D=v/2,B=T/2,I=b/2,L=y+1,k=S+1,z=0,Z=0,U=new G;for(let V=0;V<k;V++){let Y=V*A-B;for(let st=0;st<L;st++){let ct=st*C-D;U[_]=ct*x,U[m]=Y*M,U[g]=I,l.push(U.x,U.y,U.z),U[_]=0,U[m]=0,U[g]=b>0?1:-1,u.push(U.x,U.y,U.z),h.push(st/y),h.push(1-V/S),z+=1}}for(let V=0;V<S;V++)for(let Y=0;Y<y;Y++){let st=f+Y+L*V,ct=f+Y+L*(V+1),X=f+(Y+1)+L*(V+1),at=f+(Y+1)+L*V;c.push(st,ct,at),c.push(ct,X,at),Z+=6}a.addGroup(d,Z,P),d+=Z,f+=z}}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}static fromJSON(t){return new e(t.width,t.height,t.depth,t.widthSegments,t.heightSegments,t.depthSegments)}};var Ys=class e extends ei{constructor(t=1,n=1,i=1,r=1){super(),this.type="PlaneGeometry",this.parameters={width:t,height:n,widthSegments:i,heightSegments:r};let s=t/2,o=n/2,a=Math.floor(i),c=Math.floor(r),l=a+1,u=c+1,h=t/a,f=n/c,d=[],p=[],_=[],m=[];for(let g=0;g<u;g++){let x=g*f-o;for(let M=0;M<l;M++){let v=M*h-s;p.push(v,-x,0),_.push(0,0,1),m.push(M/a),m.push(1-g/c)}}for(let g=0;g<c;g++)for(let x=0;x<a;x++){let M=x+l*g,v=x+l*(g+1),T=x+1+l*(g+1),b=x+1+l*g;d.push(M,v,b),d.push(v,T,b)}this.setIndex(d),this.setAttribute("position",new mn(p,3)),this.setAttribute("normal",new mn(_,3)),this.setAttribute("uv",new mn(m,2))}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}static fromJSON(t){return new e(t.width,t.height,t.widthSegments,t.heightSegments)}};var Pc=class extends ei{constructor(t=null){if(super(),this.type="WireframeGeometry",this.parameters={geometry:t},t!==null){let n=[],i=new Set,r=new G,s=new G;if(t.index!==null){let o=t.attributes.position,a=t.index,c=t.groups;c.length===0&&(c=[{start:0,count:a.count,materialIndex:0}]);for(let l=0,u=c.length;l<u;++l){let h=c[l],f=h.start,d=h.count;for(let p=f,_=f+d;p<_;p+=3)for(let m=0;m<3;m++){let g=a.getX(p+m),x=a.getX(p+(m+1)%3);r.fromBufferAttribute(o,g),s.fromBufferAttribute(o,x),Wx(r,s,i)===!0&&(n.push(r.x,r.y,r.z),n.push(s.x,s.y,s.z))}}}else{let o=t.attributes.position;for(let a=0,c=o.count/3;a<c;a++)for(let l=0;l<3;l++){let u=3*a+l,h=3*a+(l+1)%3;r.fromBufferAttribute(o,u),s.fromBufferAttribute(o,h),Wx(r,s,i)===!0&&(n.push(r.x,r.y,r.z),n.push(s.x,s.y,s.z))}}this.setAttribute("position",new mn(n,3))}}copy(t){return super.copy(t),this.parameters=Object.assign({},t.parameters),this}};function Wx(e,t,n){let i=`${e.x},${e.y},${e.z}-${t.x},${t.y},${t.z}`,r=`${t.x},${t.y},${t.z}-${e.x},${e.y},${e.z}`;return n.has(i)===!0||n.has(r)===!0?!1:(n.add(i),n.add(r),!0)}function js(e){let t={};for(let n in e){t[n]={};for(let i in e[n]){let r=e[n][i];if(Xx(r))r.isRenderTargetTexture?(Ut("UniformsUtils: Textures of render targets cannot be cloned via cloneUniforms() or mergeUniforms()."),t[n][i]=null):t[n][i]=r.clone();else if(Array.isArray(r))if(Xx(r[0])){let s=[];for(let o=0,a=r.length;o<a;o++)s[o]=r[o].clone();t[n][i]=s}else t[n][i]=r.slice();else t[n][i]=r}}return t}function gn(e){let t={};for(let n=0;n<e.length;n++){let i=js(e[n]);for(let r in i)t[r]=i[r]}return t}function Xx(e){return e&&(e.isColor||e.isMatrix3||e.isMatrix4||e.isVector2||e.isVector3||e.isVector4||e.isTexture||e.isQuaternion)}function g3(e){let t=[];for(let n=0;n<e.length;n++)t.push(e[n].clone());return t}function um(e){let t=e.getRenderTarget();return t===null?e.outputColorSpace:t.isXRRenderTarget===!0?t.texture.colorSpace:jt.workingColorSpace}var $c={clone:js,merge:gn},_3=`void main() {
	gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
}`,y3=`void main() {
	gl_FragColor = vec4( 1.0, 0.0, 0.0, 1.0 );
}`,kn=class extends as{constructor(t){super(),this.isShaderMaterial=!0,this.type="ShaderMaterial",this.defines={},this.uniforms={},this.uniformsGroups=[],this.vertexShader=_3,this.fragmentShader=y3,this.linewidth=1,this.wireframe=!1,this.wireframeLinewidth=1,this.fog=!1,this.lights=!1,this.clipping=!1,this.forceSinglePass=!0,this.extensions={clipCullDistance:!1,multiDraw:!1},this.defaultAttributeValues={color:[1,1,1],uv:[0,0],uv1:[0,0]},this.index0AttributeName=void 0,this.uniformsNeedUpdate=!1,this.glslVersion=null,t!==void 0&&this.setValues(t)}copy(t){return super.copy(t),this.fragmentShader=t.fragmentShader,this.vertexShader=t.vertexShader,this.uniforms=js(t.uniforms),this.uniformsGroups=g3(t.uniformsGroups),this.defines=Object.assign({},t.defines),this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this.fog=t.fog,this.lights=t.lights,this.clipping=t.clipping,this.extensions=Object.assign({},t.extensions),this.glslVersion=t.glslVersion,this.defaultAttributeValues=Object.assign({},t.defaultAttributeValues),this.index0AttributeName=t.index0AttributeName,this.uniformsNeedUpdate=t.uniformsNeedUpdate,this}toJSON(t){let n=super.toJSON(t);n.glslVersion=this.glslVersion,n.uniforms={};for(let r in this.uniforms){let o=this.uniforms[r].value;o&&o.isTexture?n.uniforms[r]={type:"t",value:o.toJSON(t).uuid}:o&&o.isColor?n.uniforms[r]={type:"c",value:o.getHex()}:o&&o.isVector2?n.uniforms[r]={type:"v2",value:o.toArray()}:o&&o.isVector3?n.uniforms[r]={type:"v3",value:o.toArray()}:o&&o.isVector4?n.uniforms[r]={type:"v4",value:o.toArray()}:o&&o.isMatrix3?n.uniforms[r]={type:"m3",value:o.toArray()}:o&&o.isMatrix4?n.uniforms[r]={type:"m4",value:o.toArray()}:n.uniforms[r]={value:o}}Object.keys(this.defines).length>0&&(n.defines=this.defines),n.vertexShader=this.vertexShader,n.fragmentShader=this.fragmentShader,n.lights=this.lights,n.clipping=this.clipping;let i={};for(let r in this.extensions)this.extensions[r]===!0&&(i[r]=!0);return Object.keys(i).length>0&&(n.extensions=i),n}fromJSON(t,n){if(super.fromJSON(t,n),t.uniforms!==void 0)for(let i in t.uniforms){let r=t.uniforms[i];switch(this.uniforms[i]={},r.type){case"t":this.uniforms[i].value=n[r.value]||null;break;case"c":this.uniforms[i].value=new ne().setHex(r.value);break;case"v2":this.uniforms[i].value=new Ot().fromArray(r.value);break;case"v3":this.uniforms[i].value=new G().fromArray(r.value);break;case"v4":this.uniforms[i].value=new de().fromArray(r.value);break;case"m3":this.uniforms[i].value=new zt().fromArray(r.value);break;case"m4":this.uniforms[i].value=new we().fromArray(r.value);break;default:this.uniforms[i].value=r.value}}if(t.defines!==void 0&&(this.defines=t.defines),t.vertexShader!==void 0&&(this.vertexShader=t.vertexShader),t.fragmentShader!==void 0&&(this.fragmentShader=t.fragmentShader),t.glslVersion!==void 0&&(this.glslVersion=t.glslVersion),t.extensions!==void 0)for(let i in t.extensions)this.extensions[i]=t.extensions[i];return t.lights!==void 0&&(this.lights=t.lights),t.clipping!==void 0&&(this.clipping=t.clipping),this}},Yu=class extends kn{constructor(t){super(t),this.isRawShaderMaterial=!0,this.type="RawShaderMaterial"}};var qu=class extends as{constructor(t){super(),this.isMeshDepthMaterial=!0,this.type="MeshDepthMaterial",this.depthPacking=bv,this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.wireframe=!1,this.wireframeLinewidth=1,this.setValues(t)}copy(t){return super.copy(t),this.depthPacking=t.depthPacking,this.map=t.map,this.alphaMap=t.alphaMap,this.displacementMap=t.displacementMap,this.displacementScale=t.displacementScale,this.displacementBias=t.displacementBias,this.wireframe=t.wireframe,this.wireframeLinewidth=t.wireframeLinewidth,this}},Zu=class extends as{constructor(t){super(),this.isMeshDistanceMaterial=!0,this.type="MeshDistanceMaterial",this.map=null,this.alphaMap=null,this.displacementMap=null,this.displacementScale=1,this.displacementBias=0,this.setValues(t)}copy(t){return super.copy(t),this.map=t.map,this.alphaMap=t.alphaMap,this.displacementMap=t.displacementMap,this.displacementScale=t.displacementScale,this.displacementBias=t.displacementBias,this}};function Wo(e,t){return!e||e.constructor===t?e:typeof t.BYTES_PER_ELEMENT=="number"?new t(e):Array.prototype.slice.call(e)}function wu(e){return e!==void 0&&e.inTangents!==void 0&&e.outTangents!==void 0}var cs=class{constructor(t,n,i,r){this.parameterPositions=t,this._cachedIndex=0,this.resultBuffer=r!==void 0?r:new n.constructor(i),this.sampleValues=n,this.valueSize=i,this.settings=null,this.DefaultSettings_={}}evaluate(t){let n=this.parameterPositions,i=this._cachedIndex,r=n[i],s=n[i-1];t:{e:{let o;n:{i:if(!(t<r)){for(let a=i+2;;){if(r===void 0){if(t<s)break i;return i=n.length,this._cachedIndex=i,this.copySampleValue_(i-1)}if(i===a)break;if(s=r,r=n[++i],t<r)break e}o=n.length;break n}if(!(t>=s)){let a=n[1];t<a&&(i=2,s=a);for(let c=i-2;;){if(s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(i===c)break;if(r=s,s=n[--i-1],t>=s)break e}o=i,i=0;break n}break t}for(;i<o;){let a=i+o>>>1;t<n[a]?o=a:i=a+1}if(r=n[i],s=n[i-1],s===void 0)return this._cachedIndex=0,this.copySampleValue_(0);if(r===void 0)return i=n.length,this._cachedIndex=i,this.copySampleValue_(i-1)}this._cachedIndex=i,this.intervalChanged_(i,s,r)}return this.interpolate_(i,s,t,r)}getSettings_(){return this.settings||this.DefaultSettings_}copySampleValue_(t){let n=this.resultBuffer,i=this.sampleValues,r=this.valueSize,s=t*r;for(let o=0;o!==r;++o)n[o]=i[s+o];return n}interpolate_(){throw new Error("THREE.Interpolant: Call to abstract method.")}intervalChanged_(){}},Ju=class extends cs{constructor(t,n,i,r){super(t,n,i,r),this._weightPrev=-0,this._offsetPrev=-0,this._weightNext=-0,this._offsetNext=-0,this.DefaultSettings_={endingStart:Ap,endingEnd:Ap}}intervalChanged_(t,n,i){let r=this.parameterPositions,s=t-2,o=t+1,a=r[s],c=r[o];if(a===void 0)switch(this.getSettings_().endingStart){case Cp:s=t,a=2*n-i;break;case Rp:s=r.length-2,a=n+r[s]-r[s+1];break;default:s=t,a=i}if(c===void 0)switch(this.getSettings_().endingEnd){case Cp:o=t,c=2*i-n;break;case Rp:o=1,c=i+r[1]-r[0];break;default:o=t-1,c=n}let l=(i-n)*.5,u=this.valueSize;this._weightPrev=l/(n-a),this._weightNext=l/(c-i),this._offsetPrev=s*u,this._offsetNext=o*u}interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=t*a,l=c-a,u=this._offsetPrev,h=this._offsetNext,f=this._weightPrev,d=this._weightNext,p=(i-n)/(r-n),_=p*p,m=_*p,g=-f*m+2*f*_-f*p,x=(1+f)*m+(-1.5-2*f)*_+(-.5+f)*p+1,M=(-1-d)*m+(1.5+d)*_+.5*p,v=d*m-d*_;for(let T=0;T!==a;++T)s[T]=g*o[u+T]+x*o[l+T]+M*o[c+T]+v*o[h+T];return s}},Ku=class extends cs{constructor(t,n,i,r){super(t,n,i,r)}interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=t*a,l=c-a,u=(i-n)/(r-n),h=1-u;for(let f=0;f!==a;++f)s[f]=o[l+f]*h+o[c+f]*u;return s}},ju=class extends cs{constructor(t,n,i,r){super(t,n,i,r)}interpolate_(t){return this.copySampleValue_(t-1)}},Qu=class extends cs{interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=t*a,l=c-a,u=this.inTangents,h=this.outTangents;if(!u||!h){let p=(i-n)/(r-n),_=1-p;for(let m=0;m!==a;++m)s[m]=o[l+m]*_+o[c+m]*p;return s}let f=a*2,d=t-1;for(let p=0;p!==a;++p){let _=o[l+p],m=o[c+p],g=d*f+p*2,x=h[g],M=h[g+1],v=t*f+p*2,T=u[v],b=u[v+1],y=v3(i,n,x,T,r);s[p]=Nv(y,_,M,b,m)}return s}};function Nv(e,t,n,i,r){let s=1-e;return s*s*s*t+3*s*s*e*n+3*s*e*e*i+e*e*e*r}function x3(e,t,n,i,r){let s=1-e;return 3*s*s*(n-t)+6*s*e*(i-n)+3*e*e*(r-i)}function v3(e,t,n,i,r){let s=(e-t)/(r-t);for(let o=0;o<8;o++){let a=Nv(s,t,n,i,r)-e;if(Math.abs(a)<1e-10)break;let c=x3(s,t,n,i,r);if(Math.abs(c)<1e-10)break;s=Math.max(0,Math.min(1,s-a/c))}return s}var ni=class{constructor(t,n,i,r){if(t===void 0)throw new Error("THREE.KeyframeTrack: track name is undefined");if(n===void 0||n.length===0)throw new Error("THREE.KeyframeTrack: no keyframes in track named "+t);this.name=t,this.times=Wo(n,this.TimeBufferType),this.values=Wo(i,this.ValueBufferType),this.setInterpolation(r||this.DefaultInterpolation)}static toJSON(t){let n=t.constructor,i;if(n.toJSON!==this.toJSON)i=n.toJSON(t);else{i={name:t.name,times:Wo(t.times,Array),values:Wo(t.values,Array)};let r=t.getInterpolation();r!==t.DefaultInterpolation&&(i.interpolation=r),wu(t.settings)&&(i.settings={inTangents:Wo(t.settings.inTangents,Array),outTangents:Wo(t.settings.outTangents,Array)})}return i.type=t.ValueTypeName,i}InterpolantFactoryMethodDiscrete(t){return new ju(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodLinear(t){return new Ku(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodSmooth(t){return new Ju(this.times,this.values,this.getValueSize(),t)}InterpolantFactoryMethodBezier(t){let n=new Qu(this.times,this.values,this.getValueSize(),t);return this.settings&&(n.inTangents=this.settings.inTangents,n.outTangents=this.settings.outTangents),n}setInterpolation(t){let n;switch(t){case gc:n=this.InterpolantFactoryMethodDiscrete;break;case ku:n=this.InterpolantFactoryMethodLinear;break;case Cu:n=this.InterpolantFactoryMethodSmooth;break;case Ep:n=this.InterpolantFactoryMethodBezier;break}if(n===void 0){let i="unsupported interpolation for "+this.ValueTypeName+" keyframe track named "+this.name;if(this.createInterpolant===void 0)if(t!==this.DefaultInterpolation)this.setInterpolation(this.DefaultInterpolation);else throw new Error(i);return Ut("KeyframeTrack:",i),this}return this.createInterpolant=n,this}getInterpolation(){switch(this.createInterpolant){case this.InterpolantFactoryMethodDiscrete:return gc;case this.InterpolantFactoryMethodLinear:return ku;case this.InterpolantFactoryMethodSmooth:return Cu;case this.InterpolantFactoryMethodBezier:return Ep}}getValueSize(){return this.values.length/this.times.length}shift(t){if(t!==0){let n=this.times;for(let i=0,r=n.length;i!==r;++i)n[i]+=t;wu(this.settings)&&($x(this.settings.inTangents,t),$x(this.settings.outTangents,t))}return this}scale(t){if(t!==1){let n=this.times;for(let i=0,r=n.length;i!==r;++i)n[i]*=t;wu(this.settings)&&(Yx(this.settings.inTangents,t),Yx(this.settings.outTangents,t))}return this}trim(t,n){let i=this.times,r=i.length,s=0,o=r-1;for(;s!==r&&i[s]<t;)++s;for(;o!==-1&&i[o]>n;)--o;if(++o,s!==0||o!==r){s>=o&&(o=Math.max(o,1),s=o-1);let a=this.getValueSize();this.times=i.slice(s,o),this.values=this.values.slice(s*a,o*a)}return this}validate(){let t=!0,n=this.getValueSize();n-Math.floor(n)!==0&&(kt("KeyframeTrack: Invalid value size in track.",this),t=!1);let i=this.times,r=this.values,s=i.length;s===0&&(kt("KeyframeTrack: Track is empty.",this),t=!1);let o=null;for(let a=0;a!==s;a++){let c=i[a];if(typeof c=="number"&&isNaN(c)){kt("KeyframeTrack: Time is not a valid number.",this,a,c),t=!1;break}if(o!==null&&o>c){kt("KeyframeTrack: Out of order keys.",this,a,c,o),t=!1;break}o=c}if(r!==void 0&&F2(r))for(let a=0,c=r.length;a!==c;++a){let l=r[a];if(isNaN(l)){kt("KeyframeTrack: Value is not a valid number.",this,a,l),t=!1;break}}return t}optimize(){let t=this.times.slice(),n=this.values.slice(),i=this.getValueSize(),r=this.getInterpolation()===Cu,s=t.length-1,o=1;for(let a=1;a<s;++a){let c=!1,l=t[a],u=t[a+1];if(l!==u&&(a!==1||l!==t[0]))if(r)c=!0;else{let h=a*i,f=h-i,d=h+i;for(let p=0;p!==i;++p){let _=n[h+p];if(_!==n[f+p]||_!==n[d+p]){c=!0;break}}}if(c){if(a!==o){t[o]=t[a];let h=a*i,f=o*i;for(let d=0;d!==i;++d)n[f+d]=n[h+d]}++o}}if(s>0){t[o]=t[s];for(let a=s*i,c=o*i,l=0;l!==i;++l)n[c+l]=n[a+l];++o}return o!==t.length?(this.times=t.slice(0,o),this.values=n.slice(0,o*i)):(this.times=t,this.values=n),this}clone(){let t=this.times.slice(),n=this.values.slice(),i=this.constructor,r=new i(this.name,t,n);return r.createInterpolant=this.createInterpolant,wu(this.settings)&&(r.settings={inTangents:this.settings.inTangents.slice(),outTangents:this.settings.outTangents.slice()}),r}};function $x(e,t){for(let n=0,i=e.length;n!==i;n+=2)e[n]+=t}function Yx(e,t){for(let n=0,i=e.length;n!==i;n+=2)e[n]*=t}ni.prototype.ValueTypeName="";ni.prototype.TimeBufferType=Float32Array;ni.prototype.ValueBufferType=Float32Array;ni.prototype.DefaultInterpolation=ku;var ls=class extends ni{constructor(t,n,i){super(t,n,i)}};ls.prototype.ValueTypeName="bool";ls.prototype.ValueBufferType=Array;ls.prototype.DefaultInterpolation=gc;ls.prototype.InterpolantFactoryMethodLinear=void 0;ls.prototype.InterpolantFactoryMethodSmooth=void 0;var tf=class extends ni{constructor(t,n,i,r){super(t,n,i,r)}};tf.prototype.ValueTypeName="color";var ef=class extends ni{constructor(t,n,i,r){super(t,n,i,r)}};ef.prototype.ValueTypeName="number";var nf=class extends cs{constructor(t,n,i,r){super(t,n,i,r)}interpolate_(t,n,i,r){let s=this.resultBuffer,o=this.sampleValues,a=this.valueSize,c=(i-n)/(r-n),l=t*a;for(let u=l+a;l!==u;l+=4)jn.slerpFlat(s,0,o,l-a,o,l,c);return s}},Ic=class extends ni{constructor(t,n,i,r){super(t,n,i,r)}InterpolantFactoryMethodLinear(t){return new nf(this.times,this.values,this.getValueSize(),t)}};Ic.prototype.ValueTypeName="quaternion";Ic.prototype.InterpolantFactoryMethodSmooth=void 0;var us=class extends ni{constructor(t,n,i){super(t,n,i)}};us.prototype.ValueTypeName="string";us.prototype.ValueBufferType=Array;us.prototype.DefaultInterpolation=gc;us.prototype.InterpolantFactoryMethodLinear=void 0;us.prototype.InterpolantFactoryMethodSmooth=void 0;var rf=class extends ni{constructor(t,n,i,r){super(t,n,i,r)}};rf.prototype.ValueTypeName="vector";var sf=class{constructor(t,n,i){let r=this,s=!1,o=0,a=0,c,l=[];this.onStart=void 0,this.onLoad=t,this.onProgress=n,this.onError=i,this._abortController=null,this.itemStart=function(u){a++,s===!1&&r.onStart!==void 0&&r.onStart(u,o,a),s=!0},this.itemEnd=function(u){o++,r.onProgress!==void 0&&r.onProgress(u,o,a),o===a&&(s=!1,r.onLoad!==void 0&&r.onLoad())},this.itemError=function(u){r.onError!==void 0&&r.onError(u)},this.resolveURL=function(u){return u=u.normalize("NFC"),c?c(u):u},this.setURLModifier=function(u){return c=u,this},this.addHandler=function(u,h){return l.push(u,h),this},this.removeHandler=function(u){let h=l.indexOf(u);return h!==-1&&l.splice(h,2),this},this.getHandler=function(u){for(let h=0,f=l.length;h<f;h+=2){let d=l[h],p=l[h+1];if(d.global&&(d.lastIndex=0),d.test(u))return p}return null},this.abort=function(){return this.abortController.abort(),this._abortController=null,this}}get abortController(){return this._abortController||(this._abortController=new AbortController),this._abortController}},Uv=new sf,of=class{constructor(t){this.manager=t!==void 0?t:Uv,this.crossOrigin="anonymous",this.withCredentials=!1,this.path="",this.resourcePath="",this.requestHeader={},this.priority="auto",this.cache="default",typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}load(){}loadAsync(t,n){let i=this;return new Promise(function(r,s){i.load(t,r,n,s)})}parse(){}setCrossOrigin(t){return this.crossOrigin=t,this}setWithCredentials(t){return this.withCredentials=t,this}setPath(t){return this.path=t,this}setResourcePath(t){return this.resourcePath=t,this}setRequestHeader(t){return this.requestHeader=t,this}setPriority(t){return this.priority=t,this}setCache(t){return this.cache=t,this}abort(){return this}};of.DEFAULT_MATERIAL_NAME="__DEFAULT";var Tu=new G,Eu=new jn,Zi=new G,Lc=class extends Qn{constructor(){super(),this.isCamera=!0,this.type="Camera",this.matrixWorldInverse=new we,this.projectionMatrix=new we,this.projectionMatrixInverse=new we,this.coordinateSystem=fi,this._reversedDepth=!1}get reversedDepth(){return this._reversedDepth}copy(t,n){return super.copy(t,n),this.matrixWorldInverse.copy(t.matrixWorldInverse),this.projectionMatrix.copy(t.projectionMatrix),this.projectionMatrixInverse.copy(t.projectionMatrixInverse),this.coordinateSystem=t.coordinateSystem,this}getWorldDirection(t){return super.getWorldDirection(t).negate()}updateMatrixWorld(t){super.updateMatrixWorld(t),this.matrixWorld.decompose(Tu,Eu,Zi),Zi.x===1&&Zi.y===1&&Zi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Tu,Eu,Zi.set(1,1,1)).invert()}updateWorldMatrix(t,n,i=!1){super.updateWorldMatrix(t,n,i),this.matrixWorld.decompose(Tu,Eu,Zi),Zi.x===1&&Zi.y===1&&Zi.z===1?this.matrixWorldInverse.copy(this.matrixWorld).invert():this.matrixWorldInverse.compose(Tu,Eu,Zi.set(1,1,1)).invert()}clone(){return new this.constructor().copy(this)}},rs=new G,qx=new Ot,Zx=new Ot,Sn=class extends Lc{constructor(t=50,n=1,i=.1,r=2e3){super(),this.isPerspectiveCamera=!0,this.type="PerspectiveCamera",this.fov=t,this.zoom=1,this.near=i,this.far=r,this.focus=10,this.aspect=n,this.view=null,this.filmGauge=35,this.filmOffset=0,this.updateProjectionMatrix()}copy(t,n){return super.copy(t,n),this.fov=t.fov,this.zoom=t.zoom,this.near=t.near,this.far=t.far,this.focus=t.focus,this.aspect=t.aspect,this.view=t.view===null?null:Object.assign({},t.view),this.filmGauge=t.filmGauge,this.filmOffset=t.filmOffset,this}setFocalLength(t){let n=.5*this.getFilmHeight()/t;this.fov=jo*2*Math.atan(n),this.updateProjectionMatrix()}getFocalLength(){let t=Math.tan(pc*.5*this.fov);return .5*this.getFilmHeight()/t}getEffectiveFOV(){return jo*2*Math.atan(Math.tan(pc*.5*this.fov)/this.zoom)}getFilmWidth(){return this.filmGauge*Math.min(this.aspect,1)}getFilmHeight(){return this.filmGauge/Math.max(this.aspect,1)}getViewBounds(t,n,i){rs.set(-1,-1,.5).applyMatrix4(this.projectionMatrixInverse),n.set(rs.x,rs.y).multiplyScalar(-t/rs.z),rs.set(1,1,.5).applyMatrix4(this.projectionMatrixInverse),i.set(rs.x,rs.y).multiplyScalar(-t/rs.z)}getViewSize(t,n){return this.getViewBounds(t,qx,Zx),n.subVectors(Zx,qx)}setViewOffset(t,n,i,r,s,o){this.aspect=t/n,this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=t,this.view.fullHeight=n,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let t=this.near,n=t*Math.tan(pc*.5*this.fov)/this.zoom,i=2*n,r=this.aspect*i,s=-.5*r,o=this.view;if(this.view!==null&&this.view.enabled){let c=o.fullWidth,l=o.fullHeight;s+=o.offsetX*r/c,n-=o.offsetY*i/l,r*=o.width/c,i*=o.height/l}let a=this.filmOffset;a!==0&&(s+=t*a/this.getFilmWidth()),this.projectionMatrix.makePerspective(s,s+r,n,n-i,t,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(t){let n=super.toJSON(t);return n.object.fov=this.fov,n.object.zoom=this.zoom,n.object.near=this.near,n.object.far=this.far,n.object.focus=this.focus,n.object.aspect=this.aspect,this.view!==null&&(n.object.view=Object.assign({},this.view)),n.object.filmGauge=this.filmGauge,n.object.filmOffset=this.filmOffset,n}};var ia=class extends Lc{constructor(t=-1,n=1,i=1,r=-1,s=.1,o=2e3){super(),this.isOrthographicCamera=!0,this.type="OrthographicCamera",this.zoom=1,this.view=null,this.left=t,this.right=n,this.top=i,this.bottom=r,this.near=s,this.far=o,this.updateProjectionMatrix()}copy(t,n){return super.copy(t,n),this.left=t.left,this.right=t.right,this.top=t.top,this.bottom=t.bottom,this.near=t.near,this.far=t.far,this.zoom=t.zoom,this.view=t.view===null?null:Object.assign({},t.view),this}setViewOffset(t,n,i,r,s,o){this.view===null&&(this.view={enabled:!0,fullWidth:1,fullHeight:1,offsetX:0,offsetY:0,width:1,height:1}),this.view.enabled=!0,this.view.fullWidth=t,this.view.fullHeight=n,this.view.offsetX=i,this.view.offsetY=r,this.view.width=s,this.view.height=o,this.updateProjectionMatrix()}clearViewOffset(){this.view!==null&&(this.view.enabled=!1),this.updateProjectionMatrix()}updateProjectionMatrix(){let t=(this.right-this.left)/(2*this.zoom),n=(this.top-this.bottom)/(2*this.zoom),i=(this.right+this.left)/2,r=(this.top+this.bottom)/2,s=i-t,o=i+t,a=r+n,c=r-n;if(this.view!==null&&this.view.enabled){let l=(this.right-this.left)/this.view.fullWidth/this.zoom,u=(this.top-this.bottom)/this.view.fullHeight/this.zoom;s+=l*this.view.offsetX,o=s+l*this.view.width,a-=u*this.view.offsetY,c=a-u*this.view.height}this.projectionMatrix.makeOrthographic(s,o,a,c,this.near,this.far,this.coordinateSystem,this.reversedDepth),this.projectionMatrixInverse.copy(this.projectionMatrix).invert()}toJSON(t){let n=super.toJSON(t);return n.object.zoom=this.zoom,n.object.left=this.left,n.object.right=this.right,n.object.top=this.top,n.object.bottom=this.bottom,n.object.near=this.near,n.object.far=this.far,this.view!==null&&(n.object.view=Object.assign({},this.view)),n}};var Dc=class extends ei{constructor(){super(),this.isInstancedBufferGeometry=!0,this.type="InstancedBufferGeometry",this.instanceCount=1/0}copy(t){return super.copy(t),this.instanceCount=t.instanceCount,this}toJSON(){let t=super.toJSON();return t.instanceCount=this.instanceCount,t.isInstancedBufferGeometry=!0,t}};var Xo=-90,$o=1,ra=class extends Qn{constructor(t,n,i){super(),this.type="CubeCamera",this.renderTarget=i,this.coordinateSystem=null,this.activeMipmapLevel=0;let r=new Sn(Xo,$o,t,n);r.layers=this.layers,this.add(r);let s=new Sn(Xo,$o,t,n);s.layers=this.layers,this.add(s);let o=new Sn(Xo,$o,t,n);o.layers=this.layers,this.add(o);let a=new Sn(Xo,$o,t,n);a.layers=this.layers,this.add(a);let c=new Sn(Xo,$o,t,n);c.layers=this.layers,this.add(c);let l=new Sn(Xo,$o,t,n);l.layers=this.layers,this.add(l)}updateCoordinateSystem(){let t=this.coordinateSystem,n=this.children.concat(),[i,r,s,o,a,c]=n;for(let l of n)this.remove(l);if(t===fi)i.up.set(0,1,0),i.lookAt(1,0,0),r.up.set(0,1,0),r.lookAt(-1,0,0),s.up.set(0,0,-1),s.lookAt(0,1,0),o.up.set(0,0,1),o.lookAt(0,-1,0),a.up.set(0,1,0),a.lookAt(0,0,1),c.up.set(0,1,0),c.lookAt(0,0,-1);else if(t===yc)i.up.set(0,-1,0),i.lookAt(-1,0,0),r.up.set(0,-1,0),r.lookAt(1,0,0),s.up.set(0,0,1),s.lookAt(0,1,0),o.up.set(0,0,-1),o.lookAt(0,-1,0),a.up.set(0,-1,0),a.lookAt(0,0,1),c.up.set(0,-1,0),c.lookAt(0,0,-1);else throw new Error("THREE.CubeCamera.updateCoordinateSystem(): Invalid coordinate system: "+t);for(let l of n)this.add(l),l.updateMatrixWorld()}update(t,n){this.parent===null&&this.updateMatrixWorld();let{renderTarget:i,activeMipmapLevel:r}=this;this.coordinateSystem!==t.coordinateSystem&&(this.coordinateSystem=t.coordinateSystem,this.updateCoordinateSystem());let[s,o,a,c,l,u]=this.children,h=t.getRenderTarget(),f=t.getActiveCubeFace(),d=t.getActiveMipmapLevel(),p=t.xr.enabled;t.xr.enabled=!1;let _=i.texture.mipmapsAutoUpdate;i.texture.mipmapsAutoUpdate=!1;let m=!1;t.isWebGLRenderer===!0?m=t.state.buffers.depth.getReversed():m=t.reversedDepthBuffer,t.setRenderTarget(i,0,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,s),t.setRenderTarget(i,1,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,o),t.setRenderTarget(i,2,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,a),t.setRenderTarget(i,3,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,c),t.setRenderTarget(i,4,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,l),i.texture.mipmapsAutoUpdate=_,t.setRenderTarget(i,5,r),m&&t.autoClear===!1&&t.clearDepth(),t.render(n,u),t.setRenderTarget(h,f,d),t.xr.enabled=p,i.texture.needsPMREMUpdate=!0}},af=class extends Sn{constructor(t=[]){super(),this.isArrayCamera=!0,this.isMultiViewCamera=!1,this.cameras=t,this.perCameraFrustumCulled=!1}};var fm="\\[\\]\\.:\\/",b3=new RegExp("["+fm+"]","g"),hm="[^"+fm+"]",S3="[^"+fm.replace("\\.","")+"]",M3=/((?:WC+[\/:])*)/.source.replace("WC",hm),w3=/(WCOD+)?/.source.replace("WCOD",S3),T3=/(?:\.(WC+)(?:\[(.+)\])?)?/.source.replace("WC",hm),E3=/\.(WC+)(?:\[(.+)\])?/.source.replace("WC",hm),A3=new RegExp("^"+M3+w3+T3+E3+"$"),C3=["material","materials","bones","map"],Ip=class{constructor(t,n,i){let r=i||Me.parseTrackName(n);this._targetGroup=t,this._bindings=t.subscribe_(n,r)}getValue(t,n){this.bind();let i=this._targetGroup.nCachedObjects_,r=this._bindings[i];r!==void 0&&r.getValue(t,n)}setValue(t,n){let i=this._bindings;for(let r=this._targetGroup.nCachedObjects_,s=i.length;r!==s;++r)i[r].setValue(t,n)}bind(){let t=this._bindings;for(let n=this._targetGroup.nCachedObjects_,i=t.length;n!==i;++n)t[n].bind()}unbind(){let t=this._bindings;for(let n=this._targetGroup.nCachedObjects_,i=t.length;n!==i;++n)t[n].unbind()}},Me=class e{constructor(t,n,i){this.path=n,this.parsedPath=i||e.parseTrackName(n),this.node=e.findNode(t,this.parsedPath.nodeName),this.rootNode=t,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}static create(t,n,i){return t&&t.isAnimationObjectGroup?new e.Composite(t,n,i):new e(t,n,i)}static sanitizeNodeName(t){return t.replace(/\s/g,"_").replace(b3,"")}static parseTrackName(t){let n=A3.exec(t);if(n===null)throw new Error("THREE.PropertyBinding: Cannot parse trackName: "+t);let i={nodeName:n[2],objectName:n[3],objectIndex:n[4],propertyName:n[5],propertyIndex:n[6]},r=i.nodeName&&i.nodeName.lastIndexOf(".");if(r!==void 0&&r!==-1){let s=i.nodeName.substring(r+1);C3.indexOf(s)!==-1&&(i.nodeName=i.nodeName.substring(0,r),i.objectName=s)}if(i.propertyName===null||i.propertyName.length===0)throw new Error("THREE.PropertyBinding: can not parse propertyName from trackName: "+t);return i}static findNode(t,n){if(n===void 0||n===""||n==="."||n===-1||n===t.name||n===t.uuid)return t;if(t.skeleton){let i=t.skeleton.getBoneByName(n);if(i!==void 0)return i}if(t.children){let i=function(s){for(let o=0;o<s.length;o++){let a=s[o];if(a.name===n||a.uuid===n)return a;let c=i(a.children);if(c)return c}return null},r=i(t.children);if(r)return r}return null}_getValue_unavailable(){}_setValue_unavailable(){}_getValue_direct(t,n){t[n]=this.targetObject[this.propertyName]}_getValue_array(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)t[n++]=i[r]}_getValue_arrayElement(t,n){t[n]=this.resolvedProperty[this.propertyIndex]}_getValue_toArray(t,n){this.resolvedProperty.toArray(t,n)}_setValue_direct(t,n){this.targetObject[this.propertyName]=t[n]}_setValue_direct_setNeedsUpdate(t,n){this.targetObject[this.propertyName]=t[n],this.targetObject.needsUpdate=!0}_setValue_direct_setMatrixWorldNeedsUpdate(t,n){this.targetObject[this.propertyName]=t[n],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_array(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[n++]}_setValue_array_setNeedsUpdate(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[n++];this.targetObject.needsUpdate=!0}_setValue_array_setMatrixWorldNeedsUpdate(t,n){let i=this.resolvedProperty;for(let r=0,s=i.length;r!==s;++r)i[r]=t[n++];this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_arrayElement(t,n){this.resolvedProperty[this.propertyIndex]=t[n]}_setValue_arrayElement_setNeedsUpdate(t,n){this.resolvedProperty[this.propertyIndex]=t[n],this.targetObject.needsUpdate=!0}_setValue_arrayElement_setMatrixWorldNeedsUpdate(t,n){this.resolvedProperty[this.propertyIndex]=t[n],this.targetObject.matrixWorldNeedsUpdate=!0}_setValue_fromArray(t,n){this.resolvedProperty.fromArray(t,n)}_setValue_fromArray_setNeedsUpdate(t,n){this.resolvedProperty.fromArray(t,n),this.targetObject.needsUpdate=!0}_setValue_fromArray_setMatrixWorldNeedsUpdate(t,n){this.resolvedProperty.fromArray(t,n),this.targetObject.matrixWorldNeedsUpdate=!0}_getValue_unbound(t,n){this.bind(),this.getValue(t,n)}_setValue_unbound(t,n){this.bind(),this.setValue(t,n)}bind(){let t=this.node,n=this.parsedPath,i=n.objectName,r=n.propertyName,s=n.propertyIndex;if(t||(t=e.findNode(this.rootNode,n.nodeName),this.node=t),this.getValue=this._getValue_unavailable,this.setValue=this._setValue_unavailable,!t){Ut("PropertyBinding: No target node found for track: "+this.path+".");return}if(i){let l=n.objectIndex;switch(i){case"materials":if(!t.material){kt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.materials){kt("PropertyBinding: Can not bind to material.materials as node.material does not have a materials array.",this);return}t=t.material.materials;break;case"bones":if(!t.skeleton){kt("PropertyBinding: Can not bind to bones as node does not have a skeleton.",this);return}t=t.skeleton.bones;for(let u=0;u<t.length;u++)if(t[u].name===l){l=u;break}break;case"map":if("map"in t){t=t.map;break}if(!t.material){kt("PropertyBinding: Can not bind to material as node does not have a material.",this);return}if(!t.material.map){kt("PropertyBinding: Can not bind to material.map as node.material does not have a map.",this);return}t=t.material.map;break;default:if(t[i]===void 0){kt("PropertyBinding: Can not bind to objectName of node undefined.",this);return}t=t[i]}if(l!==void 0){if(t[l]===void 0){kt("PropertyBinding: Trying to bind to objectIndex of objectName, but is undefined.",this,t);return}t=t[l]}}let o=t[r];if(o===void 0){let l=n.nodeName;kt("PropertyBinding: Trying to update property for track: "+l+"."+r+" but it wasn't found.",t);return}let a=this.Versioning.None;this.targetObject=t,t.isMaterial===!0?a=this.Versioning.NeedsUpdate:t.isObject3D===!0&&(a=this.Versioning.MatrixWorldNeedsUpdate);let c=this.BindingType.Direct;if(s!==void 0){if(r==="morphTargetInfluences"){if(!t.geometry){kt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.",this);return}if(!t.geometry.morphAttributes){kt("PropertyBinding: Can not bind to morphTargetInfluences because node does not have a geometry.morphAttributes.",this);return}t.morphTargetDictionary[s]!==void 0&&(s=t.morphTargetDictionary[s])}c=this.BindingType.ArrayElement,this.resolvedProperty=o,this.propertyIndex=s}else o.fromArray!==void 0&&o.toArray!==void 0?(c=this.BindingType.HasFromToArray,this.resolvedProperty=o):Array.isArray(o)?(c=this.BindingType.EntireArray,this.resolvedProperty=o):this.propertyName=r;this.getValue=this.GetterByBindingType[c],this.setValue=this.SetterByBindingTypeAndVersioning[c][a]}unbind(){this.node=null,this.getValue=this._getValue_unbound,this.setValue=this._setValue_unbound}};Me.Composite=Ip;Me.prototype.BindingType={Direct:0,EntireArray:1,ArrayElement:2,HasFromToArray:3};Me.prototype.Versioning={None:0,NeedsUpdate:1,MatrixWorldNeedsUpdate:2};Me.prototype.GetterByBindingType=[Me.prototype._getValue_direct,Me.prototype._getValue_array,Me.prototype._getValue_arrayElement,Me.prototype._getValue_toArray];Me.prototype.SetterByBindingTypeAndVersioning=[[Me.prototype._setValue_direct,Me.prototype._setValue_direct_setNeedsUpdate,Me.prototype._setValue_direct_setMatrixWorldNeedsUpdate],[Me.prototype._setValue_array,Me.prototype._setValue_array_setNeedsUpdate,Me.prototype._setValue_array_setMatrixWorldNeedsUpdate],[Me.prototype._setValue_arrayElement,Me.prototype._setValue_arrayElement_setNeedsUpdate,Me.prototype._setValue_arrayElement_setMatrixWorldNeedsUpdate],[Me.prototype._setValue_fromArray,Me.prototype._setValue_fromArray_setNeedsUpdate,Me.prototype._setValue_fromArray_setMatrixWorldNeedsUpdate]];var n6=new Float32Array(1);var fs=class extends Hu{constructor(t,n,i=1){super(t,n),this.isInstancedInterleavedBuffer=!0,this.meshPerAttribute=i}copy(t){return super.copy(t),this.meshPerAttribute=t.meshPerAttribute,this}clone(t){let n=super.clone(t);return n.meshPerAttribute=this.meshPerAttribute,n}toJSON(t){let n=super.toJSON(t);return n.isInstancedInterleavedBuffer=!0,n.meshPerAttribute=this.meshPerAttribute,n}};var sa=class{constructor(t=1,n=0,i=0){this.radius=t,this.phi=n,this.theta=i}set(t,n,i){return this.radius=t,this.phi=n,this.theta=i,this}copy(t){return this.radius=t.radius,this.phi=t.phi,this.theta=t.theta,this}makeSafe(){return this.phi=Ht(this.phi,1e-6,Math.PI-1e-6),this}setFromVector3(t){return this.setFromCartesianCoords(t.x,t.y,t.z)}setFromCartesianCoords(t,n,i){return this.radius=Math.sqrt(t*t+n*n+i*i),this.radius===0?(this.theta=0,this.phi=0):(this.theta=Math.atan2(t,i),this.phi=Math.acos(Ht(n/this.radius,-1,1))),this}clone(){return new this.constructor().copy(this)}};var ym=class ym{constructor(t,n,i,r){this.elements=[1,0,0,1],t!==void 0&&this.set(t,n,i,r)}identity(){return this.set(1,0,0,1),this}fromArray(t,n=0){for(let i=0;i<4;i++)this.elements[i]=t[i+n];return this}set(t,n,i,r){let s=this.elements;return s[0]=t,s[2]=n,s[1]=i,s[3]=r,this}};ym.prototype.isMatrix2=!0;var Lp=ym;var Jx=new G,Au=new G,Yo=new G,qo=new G,Tp=new G,R3=new G,P3=new G,Nc=class{constructor(t=new G,n=new G){this.start=t,this.end=n}set(t,n){return this.start.copy(t),this.end.copy(n),this}copy(t){return this.start.copy(t.start),this.end.copy(t.end),this}getCenter(t){return t.addVectors(this.start,this.end).multiplyScalar(.5)}delta(t){return t.subVectors(this.end,this.start)}distanceSq(){return this.start.distanceToSquared(this.end)}distance(){return this.start.distanceTo(this.end)}at(t,n){return this.delta(n).multiplyScalar(t).add(this.start)}closestPointToPointParameter(t,n){Jx.subVectors(t,this.start),Au.subVectors(this.end,this.start);let i=Au.dot(Au);if(i===0)return 0;let s=Au.dot(Jx)/i;return n&&(s=Ht(s,0,1)),s}closestPointToPoint(t,n,i){let r=this.closestPointToPointParameter(t,n);return this.delta(i).multiplyScalar(r).add(this.start)}distanceSqToLine3(t,n=R3,i=P3){let r=10000000000000001e-32,s,o,a=this.start,c=t.start,l=this.end,u=t.end;Yo.subVectors(l,a),qo.subVectors(u,c),Tp.subVectors(a,c);let h=Yo.dot(Yo),f=qo.dot(qo),d=qo.dot(Tp);if(h<=r&&f<=r)return n.copy(a),i.copy(c),n.distanceToSquared(i);if(h<=r)s=0,o=d/f,o=Ht(o,0,1);else{let p=Yo.dot(Tp);if(f<=r)o=0,s=Ht(-p/h,0,1);else{let _=Yo.dot(qo),m=h*f-_*_;m!==0?s=Ht((_*d-p*f)/m,0,1):s=0,o=(_*s+d)/f,o<0?(o=0,s=Ht(-p/h,0,1)):o>1&&(o=1,s=Ht((_-p)/h,0,1))}}return n.copy(a).addScaledVector(Yo,s),i.copy(c).addScaledVector(qo,o),n.distanceToSquared(i)}applyMatrix4(t){return this.start.applyMatrix4(t),this.end.applyMatrix4(t),this}equals(t){return t.start.equals(this.start)&&t.end.equals(this.end)}clone(){return new this.constructor().copy(this)}};var Uc=class extends Di{constructor(t,n=null){super(),this.object=t,this.domElement=n,this.enabled=!0,this.state=-1,this.keys={},this.mouseButtons={LEFT:null,MIDDLE:null,RIGHT:null},this.touches={ONE:null,TWO:null}}connect(t){this.domElement!==null&&this.disconnect(),this.domElement=t}disconnect(){}dispose(){}update(){}};function dm(e,t,n,i){let r=I3(i);switch(n){case jp:return e*t;case tm:return e*t/r.components*r.byteLength;case mf:return e*t/r.components*r.byteLength;case ms:return e*t*2/r.components*r.byteLength;case gf:return e*t*2/r.components*r.byteLength;case Qp:return e*t*3/r.components*r.byteLength;case ri:return e*t*4/r.components*r.byteLength;case _f:return e*t*4/r.components*r.byteLength;case Bc:case kc:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*8;case zc:case Gc:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case xf:case bf:return Math.max(e,16)*Math.max(t,8)/4;case yf:case vf:return Math.max(e,8)*Math.max(t,8)/2;case Sf:case Mf:case Tf:case Ef:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*8;case wf:case Vc:case Af:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case Cf:return Math.floor((e+3)/4)*Math.floor((t+3)/4)*16;case Rf:return Math.floor((e+4)/5)*Math.floor((t+3)/4)*16;case Pf:return Math.floor((e+4)/5)*Math.floor((t+4)/5)*16;case If:return Math.floor((e+5)/6)*Math.floor((t+4)/5)*16;case Lf:return Math.floor((e+5)/6)*Math.floor((t+5)/6)*16;case Df:return Math.floor((e+7)/8)*Math.floor((t+4)/5)*16;case Nf:return Math.floor((e+7)/8)*Math.floor((t+5)/6)*16;case Uf:return Math.floor((e+7)/8)*Math.floor((t+7)/8)*16;case Ff:return Math.floor((e+9)/10)*Math.floor((t+4)/5)*16;case Of:return Math.floor((e+9)/10)*Math.floor((t+5)/6)*16;case Bf:return Math.floor((e+9)/10)*Math.floor((t+7)/8)*16;case kf:return Math.floor((e+9)/10)*Math.floor((t+9)/10)*16;case zf:return Math.floor((e+11)/12)*Math.floor((t+9)/10)*16;case Gf:return Math.floor((e+11)/12)*Math.floor((t+11)/12)*16;case Vf:case Hf:case Wf:return Math.ceil(e/4)*Math.ceil(t/4)*16;case Xf:case $f:return Math.ceil(e/4)*Math.ceil(t/4)*8;case Hc:case Yf:return Math.ceil(e/4)*Math.ceil(t/4)*16}throw new Error(`Unable to determine texture byte length for ${n} format.`)}function I3(e){switch(e){case ii:case qp:return{byteLength:1,components:1};case la:case Zp:case ki:return{byteLength:2,components:1};case df:case pf:return{byteLength:2,components:4};case Oi:case hf:case Bi:return{byteLength:4,components:1};case Jp:case Kp:return{byteLength:4,components:3}}throw new Error(`THREE.TextureUtils: Unknown texture type ${e}.`)}typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("register",{detail:{revision:"187"}}));typeof window<"u"&&(window.__THREE__?Ut("WARNING: Multiple instances of Three.js being imported."):window.__THREE__="187");function ib(){let e=null,t=!1,n=null,i=null;function r(s,o){i=e.requestAnimationFrame(r),n(s,o)}return{start:function(){t!==!0&&n!==null&&e!==null&&(i=e.requestAnimationFrame(r),t=!0)},stop:function(){e!==null&&e.cancelAnimationFrame(i),t=!1},setAnimationLoop:function(s){n=s},setContext:function(s){e=s}}}function D3(e){let t=new WeakMap;function n(a,c){let l=a.array,u=a.usage,h=l.byteLength,f=e.createBuffer();e.bindBuffer(c,f),e.bufferData(c,l,u),a.onUploadCallback();let d;if(l instanceof Float32Array)d=e.FLOAT;else if(typeof Float16Array<"u"&&l instanceof Float16Array)d=e.HALF_FLOAT;else if(l instanceof Uint16Array)a.isFloat16BufferAttribute?d=e.HALF_FLOAT:d=e.UNSIGNED_SHORT;else if(l instanceof Int16Array)d=e.SHORT;else if(l instanceof Uint32Array)d=e.UNSIGNED_INT;else if(l instanceof Int32Array)d=e.INT;else if(l instanceof Int8Array)d=e.BYTE;else if(l instanceof Uint8Array)d=e.UNSIGNED_BYTE;else if(l instanceof Uint8ClampedArray)d=e.UNSIGNED_BYTE;else throw new Error("THREE.WebGLAttributes: Unsupported buffer data format: "+l);return{buffer:f,type:d,bytesPerElement:l.BYTES_PER_ELEMENT,version:a.version,size:h}}function i(a,c,l){let u=c.array,h=c.updateRanges;if(e.bindBuffer(l,a),h.length===0)e.bufferSubData(l,0,u);else{h.sort((d,p)=>d.start-p.start);let f=0;for(let d=1;d<h.length;d++){let p=h[f],_=h[d];_.start<=p.start+p.count+1?p.count=Math.max(p.count,_.start+_.count-p.start):(++f,h[f]=_)}h.length=f+1;for(let d=0,p=h.length;d<p;d++){let _=h[d];e.bufferSubData(l,_.start*u.BYTES_PER_ELEMENT,u,_.start,_.count)}c.clearUpdateRanges()}c.onUploadCallback()}function r(a){return a.isInterleavedBufferAttribute&&(a=a.data),t.get(a)}function s(a){a.isInterleavedBufferAttribute&&(a=a.data);let c=t.get(a);c&&(e.deleteBuffer(c.buffer),t.delete(a))}function o(a,c){if(a.isInterleavedBufferAttribute&&(a=a.data),a.isGLBufferAttribute){let u=t.get(a);(!u||u.version<a.version)&&t.set(a,{buffer:a.buffer,type:a.type,bytesPerElement:a.elementSize,version:a.version});return}let l=t.get(a);if(l===void 0)t.set(a,n(a,c));else if(l.version<a.version){if(l.size!==a.array.byteLength)throw new Error("THREE.WebGLAttributes: The size of the buffer attribute's array buffer does not match the original size. Resizing buffer attributes is not supported.");i(l.buffer,a,c),l.version=a.version}}return{get:r,remove:s,update:o}}var N3=`#ifdef USE_ALPHAHASH
	if ( diffuseColor.a < getAlphaHashThreshold( vPosition ) ) discard;
#endif`,U3=`#ifdef USE_ALPHAHASH
	const float ALPHA_HASH_SCALE = 0.05;
	float hash2D( vec2 value ) {
		return fract( 1.0e4 * sin( 17.0 * value.x + 0.1 * value.y ) * ( 0.1 + abs( sin( 13.0 * value.y + value.x ) ) ) );
	}
	float hash3D( vec3 value ) {
		return hash2D( vec2( hash2D( value.xy ), value.z ) );
	}
	float getAlphaHashThreshold( vec3 position ) {
		float maxDeriv = max(
			length( dFdx( position.xyz ) ),
			length( dFdy( position.xyz ) )
		);
		float pixScale = 1.0 / ( ALPHA_HASH_SCALE * maxDeriv );
		vec2 pixScales = vec2(
			exp2( floor( log2( pixScale ) ) ),
			exp2( ceil( log2( pixScale ) ) )
		);
		vec2 alpha = vec2(
			hash3D( floor( pixScales.x * position.xyz ) ),
			hash3D( floor( pixScales.y * position.xyz ) )
		);
		float lerpFactor = fract( log2( pixScale ) );
		float x = ( 1.0 - lerpFactor ) * alpha.x + lerpFactor * alpha.y;
		float a = min( lerpFactor, 1.0 - lerpFactor );
		vec3 cases = vec3(
			x * x / ( 2.0 * a * ( 1.0 - a ) ),
			( x - 0.5 * a ) / ( 1.0 - a ),
			1.0 - ( ( 1.0 - x ) * ( 1.0 - x ) / ( 2.0 * a * ( 1.0 - a ) ) )
		);
		float threshold = ( x < ( 1.0 - a ) )
			? ( ( x < a ) ? cases.x : cases.y )
			: cases.z;
		return clamp( threshold , 1.0e-6, 1.0 );
	}
#endif`,F3=`#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, vAlphaMapUv ).g;
#endif`,O3=`#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,B3=`#ifdef USE_ALPHATEST
	#ifdef ALPHA_TO_COVERAGE
	diffuseColor.a = smoothstep( alphaTest, alphaTest + fwidth( diffuseColor.a ), diffuseColor.a );
	if ( diffuseColor.a == 0.0 ) discard;
	#else
	if ( diffuseColor.a < alphaTest ) discard;
	#endif
#endif`,k3=`#ifdef USE_ALPHATEST
	uniform float alphaTest;
#endif`,z3=`#ifdef USE_AOMAP
	float ambientOcclusion = ( texture2D( aoMap, vAoMapUv ).r - 1.0 ) * aoMapIntensity + 1.0;
	reflectedLight.indirectDiffuse *= ambientOcclusion;
	#if defined( USE_CLEARCOAT ) 
		clearcoatSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_SHEEN ) 
		sheenSpecularIndirect *= ambientOcclusion;
	#endif
	#if defined( USE_ENVMAP ) && defined( STANDARD )
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		reflectedLight.indirectSpecular *= computeSpecularOcclusion( dotNV, ambientOcclusion, material.roughness );
	#endif
#endif`,G3=`#ifdef USE_AOMAP
	uniform sampler2D aoMap;
	uniform float aoMapIntensity;
#endif`,V3=`#ifdef USE_BATCHING
	#if ! defined( GL_ANGLE_multi_draw )
	#define gl_DrawID _gl_DrawID
	uniform int _gl_DrawID;
	#endif
	uniform highp sampler2D batchingTexture;
	uniform highp usampler2D batchingIdTexture;
	mat4 getBatchingMatrix( const in float i ) {
		int size = textureSize( batchingTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( batchingTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( batchingTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( batchingTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( batchingTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
	float getIndirectIndex( const in int i ) {
		int size = textureSize( batchingIdTexture, 0 ).x;
		int x = i % size;
		int y = i / size;
		return float( texelFetch( batchingIdTexture, ivec2( x, y ), 0 ).r );
	}
#endif
#ifdef USE_BATCHING_COLOR
	uniform sampler2D batchingColorTexture;
	vec4 getBatchingColor( const in float i ) {
		int size = textureSize( batchingColorTexture, 0 ).x;
		int j = int( i );
		int x = j % size;
		int y = j / size;
		return texelFetch( batchingColorTexture, ivec2( x, y ), 0 );
	}
#endif`,H3=`#ifdef USE_BATCHING
	mat4 batchingMatrix = getBatchingMatrix( getIndirectIndex( gl_DrawID ) );
#endif`,W3=`vec3 transformed = vec3( position );
#ifdef USE_ALPHAHASH
	vPosition = vec3( position );
#endif`,X3=`vec3 objectNormal = vec3( normal );
#ifdef USE_TANGENT
	vec3 objectTangent = vec3( tangent.xyz );
#endif`,$3=`float G_BlinnPhong_Implicit( ) {
	return 0.25;
}
float D_BlinnPhong( const in float shininess, const in float dotNH ) {
	return RECIPROCAL_PI * ( shininess * 0.5 + 1.0 ) * pow( dotNH, shininess );
}
vec3 BRDF_BlinnPhong( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 specularColor, const in float shininess ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( specularColor, 1.0, dotVH );
	float G = G_BlinnPhong_Implicit( );
	float D = D_BlinnPhong( shininess, dotNH );
	return F * ( G * D );
} // validated`,Y3=`#ifdef USE_IRIDESCENCE
	const mat3 XYZ_TO_REC709 = mat3(
		 3.2404542, -0.9692660,  0.0556434,
		-1.5371385,  1.8760108, -0.2040259,
		-0.4985314,  0.0415560,  1.0572252
	);
	vec3 Fresnel0ToIor( vec3 fresnel0 ) {
		vec3 sqrtF0 = sqrt( fresnel0 );
		return ( vec3( 1.0 ) + sqrtF0 ) / ( vec3( 1.0 ) - sqrtF0 );
	}
	vec3 IorToFresnel0( vec3 transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - vec3( incidentIor ) ) / ( transmittedIor + vec3( incidentIor ) ) );
	}
	float IorToFresnel0( float transmittedIor, float incidentIor ) {
		return pow2( ( transmittedIor - incidentIor ) / ( transmittedIor + incidentIor ));
	}
	vec3 evalSensitivity( float OPD, vec3 shift ) {
		float phase = 2.0 * PI * OPD * 1.0e-9;
		vec3 val = vec3( 5.4856e-13, 4.4201e-13, 5.2481e-13 );
		vec3 pos = vec3( 1.6810e+06, 1.7953e+06, 2.2084e+06 );
		vec3 var = vec3( 4.3278e+09, 9.3046e+09, 6.6121e+09 );
		vec3 xyz = val * sqrt( 2.0 * PI * var ) * cos( pos * phase + shift ) * exp( - pow2( phase ) * var );
		xyz.x += 9.7470e-14 * sqrt( 2.0 * PI * 4.5282e+09 ) * cos( 2.2399e+06 * phase + shift[ 0 ] ) * exp( - 4.5282e+09 * pow2( phase ) );
		xyz /= 1.0685e-7;
		vec3 rgb = XYZ_TO_REC709 * xyz;
		return rgb;
	}
	vec3 evalIridescence( float outsideIOR, float eta2, float cosTheta1, float thinFilmThickness, vec3 baseF0 ) {
		vec3 I;
		float iridescenceIOR = mix( outsideIOR, eta2, smoothstep( 0.0, 0.03, thinFilmThickness ) );
		float sinTheta2Sq = pow2( outsideIOR / iridescenceIOR ) * ( 1.0 - pow2( cosTheta1 ) );
		float cosTheta2Sq = 1.0 - sinTheta2Sq;
		if ( cosTheta2Sq < 0.0 ) {
			return vec3( 1.0 );
		}
		float cosTheta2 = sqrt( cosTheta2Sq );
		float R0 = IorToFresnel0( iridescenceIOR, outsideIOR );
		float R12 = F_Schlick( R0, 1.0, cosTheta1 );
		float T121 = 1.0 - R12;
		float phi12 = 0.0;
		if ( iridescenceIOR < outsideIOR ) phi12 = PI;
		float phi21 = PI - phi12;
		vec3 baseIOR = Fresnel0ToIor( clamp( baseF0, 0.0, 0.9999 ) );		vec3 R1 = IorToFresnel0( baseIOR, iridescenceIOR );
		vec3 R23 = F_Schlick( R1, 1.0, cosTheta2 );
		vec3 phi23 = vec3( 0.0 );
		if ( baseIOR[ 0 ] < iridescenceIOR ) phi23[ 0 ] = PI;
		if ( baseIOR[ 1 ] < iridescenceIOR ) phi23[ 1 ] = PI;
		if ( baseIOR[ 2 ] < iridescenceIOR ) phi23[ 2 ] = PI;
		float OPD = 2.0 * iridescenceIOR * thinFilmThickness * cosTheta2;
		vec3 phi = vec3( phi21 ) + phi23;
		vec3 R123 = clamp( R12 * R23, 1e-5, 0.9999 );
		vec3 r123 = sqrt( R123 );
		vec3 Rs = pow2( T121 ) * R23 / ( vec3( 1.0 ) - R123 );
		vec3 C0 = R12 + Rs;
		I = C0;
		vec3 Cm = Rs - T121;
		for ( int m = 1; m <= 2; ++ m ) {
			Cm *= r123;
			vec3 Sm = 2.0 * evalSensitivity( float( m ) * OPD, float( m ) * phi );
			I += Cm * Sm;
		}
		return max( I, vec3( 0.0 ) );
	}
#endif`,q3=`#ifdef USE_BUMPMAP
	uniform sampler2D bumpMap;
	uniform float bumpScale;
	vec2 dHdxy_fwd() {
		vec2 dSTdx = dFdx( vBumpMapUv );
		vec2 dSTdy = dFdy( vBumpMapUv );
		float Hll = bumpScale * texture2D( bumpMap, vBumpMapUv ).x;
		float dBx = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdx ).x - Hll;
		float dBy = bumpScale * texture2D( bumpMap, vBumpMapUv + dSTdy ).x - Hll;
		return vec2( dBx, dBy );
	}
	vec3 perturbNormalArb( vec3 surf_pos, vec3 surf_norm, vec2 dHdxy, float faceDirection ) {
		vec3 vSigmaX = normalize( dFdx( surf_pos.xyz ) );
		vec3 vSigmaY = normalize( dFdy( surf_pos.xyz ) );
		vec3 vN = surf_norm;
		vec3 R1 = cross( vSigmaY, vN );
		vec3 R2 = cross( vN, vSigmaX );
		float fDet = dot( vSigmaX, R1 ) * faceDirection;
		vec3 vGrad = sign( fDet ) * ( dHdxy.x * R1 + dHdxy.y * R2 );
		return normalize( abs( fDet ) * surf_norm - vGrad );
	}
#endif`,Z3=`#if NUM_CLIPPING_PLANES > 0
	vec4 plane;
	#ifdef ALPHA_TO_COVERAGE
		float distanceToPlane, distanceGradient;
		float clipOpacity = 1.0;
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
			distanceGradient = fwidth( distanceToPlane ) / 2.0;
			clipOpacity *= smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			if ( clipOpacity == 0.0 ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			float unionClipOpacity = 1.0;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				distanceToPlane = - dot( vClipPosition, plane.xyz ) + plane.w;
				distanceGradient = fwidth( distanceToPlane ) / 2.0;
				unionClipOpacity *= 1.0 - smoothstep( - distanceGradient, distanceGradient, distanceToPlane );
			}
			#pragma unroll_loop_end
			clipOpacity *= 1.0 - unionClipOpacity;
		#endif
		diffuseColor.a *= clipOpacity;
		if ( diffuseColor.a == 0.0 ) discard;
	#else
		#pragma unroll_loop_start
		for ( int i = 0; i < UNION_CLIPPING_PLANES; i ++ ) {
			plane = clippingPlanes[ i ];
			if ( dot( vClipPosition, plane.xyz ) > plane.w ) discard;
		}
		#pragma unroll_loop_end
		#if UNION_CLIPPING_PLANES < NUM_CLIPPING_PLANES
			bool clipped = true;
			#pragma unroll_loop_start
			for ( int i = UNION_CLIPPING_PLANES; i < NUM_CLIPPING_PLANES; i ++ ) {
				plane = clippingPlanes[ i ];
				clipped = ( dot( vClipPosition, plane.xyz ) > plane.w ) && clipped;
			}
			#pragma unroll_loop_end
			if ( clipped ) discard;
		#endif
	#endif
#endif`,J3=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
	uniform vec4 clippingPlanes[ NUM_CLIPPING_PLANES ];
#endif`,K3=`#if NUM_CLIPPING_PLANES > 0
	varying vec3 vClipPosition;
#endif`,j3=`#if NUM_CLIPPING_PLANES > 0
	vClipPosition = - mvPosition.xyz;
#endif`,Q3=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	diffuseColor *= vColor;
#endif`,tC=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
	varying vec4 vColor;
#endif`,eC=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	varying vec4 vColor;
#endif`,nC=`#if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA ) || defined( USE_INSTANCING_COLOR ) || defined( USE_BATCHING_COLOR )
	vColor = vec4( 1.0 );
#endif
#ifdef USE_COLOR_ALPHA
	vColor *= color;
#elif defined( USE_COLOR )
	vColor.rgb *= color;
#endif
#ifdef USE_INSTANCING_COLOR
	vColor.rgb *= instanceColor.rgb;
#endif
#ifdef USE_BATCHING_COLOR
	vColor *= getBatchingColor( getIndirectIndex( gl_DrawID ) );
#endif`,iC=`#define PI 3.141592653589793
#define PI2 6.283185307179586
#define PI_HALF 1.5707963267948966
#define RECIPROCAL_PI 0.3183098861837907
#define RECIPROCAL_PI2 0.15915494309189535
#define EPSILON 1e-6
#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
#define whiteComplement( a ) ( 1.0 - saturate( a ) )
float pow2( const in float x ) { return x*x; }
vec3 pow2( const in vec3 x ) { return x*x; }
float pow3( const in float x ) { return x*x*x; }
float pow4( const in float x ) { float x2 = x*x; return x2*x2; }
float max3( const in vec3 v ) { return max( max( v.x, v.y ), v.z ); }
float average( const in vec3 v ) { return dot( v, vec3( 0.3333333 ) ); }
highp float rand( const in vec2 uv ) {
	const highp float a = 12.9898, b = 78.233, c = 43758.5453;
	highp float dt = dot( uv.xy, vec2( a,b ) ), sn = mod( dt, PI );
	return fract( sin( sn ) * c );
}
#ifdef HIGH_PRECISION
	float precisionSafeLength( vec3 v ) { return length( v ); }
#else
	float precisionSafeLength( vec3 v ) {
		float maxComponent = max3( abs( v ) );
		return length( v / maxComponent ) * maxComponent;
	}
#endif
struct IncidentLight {
	vec3 color;
	vec3 direction;
	bool visible;
};
struct ReflectedLight {
	vec3 directDiffuse;
	vec3 directSpecular;
	vec3 indirectDiffuse;
	vec3 indirectSpecular;
};
#ifdef USE_ALPHAHASH
	varying vec3 vPosition;
#endif
vec3 transformDirection( in vec3 dir, in mat4 matrix ) {
	return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );
}
#define inverseTransformDirection transformDirectionByInverseViewMatrix
vec3 transformNormalByInverseViewMatrix( in vec3 normal, in mat4 viewMatrix ) {
	return normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
}
vec3 transformDirectionByInverseViewMatrix( in vec3 dir, in mat4 viewMatrix ) {
	return normalize( ( vec4( dir, 0.0 ) * viewMatrix ).xyz );
}
bool isPerspectiveMatrix( mat4 m ) {
	return m[ 2 ][ 3 ] == - 1.0;
}
vec2 equirectUv( in vec3 dir ) {
	float u = atan( dir.z, dir.x ) * RECIPROCAL_PI2 + 0.5;
	float v = asin( clamp( dir.y, - 1.0, 1.0 ) ) * RECIPROCAL_PI + 0.5;
	return vec2( u, v );
}
vec3 BRDF_Lambert( const in vec3 diffuseColor ) {
	return RECIPROCAL_PI * diffuseColor;
}
vec3 F_Schlick( const in vec3 f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
}
float F_Schlick( const in float f0, const in float f90, const in float dotVH ) {
	float fresnel = exp2( ( - 5.55473 * dotVH - 6.98316 ) * dotVH );
	return f0 * ( 1.0 - fresnel ) + ( f90 * fresnel );
} // validated`,rC=`vec3 transformedNormal = objectNormal;
#ifdef USE_TANGENT
	vec3 transformedTangent = objectTangent;
#endif
#ifdef USE_BATCHING
	mat3 bm = mat3( batchingMatrix );
	transformedNormal /= vec3( dot( bm[ 0 ], bm[ 0 ] ), dot( bm[ 1 ], bm[ 1 ] ), dot( bm[ 2 ], bm[ 2 ] ) );
	transformedNormal = bm * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = bm * transformedTangent;
	#endif
#endif
#ifdef USE_INSTANCING
	mat3 im = mat3( instanceMatrix );
	transformedNormal /= vec3( dot( im[ 0 ], im[ 0 ] ), dot( im[ 1 ], im[ 1 ] ), dot( im[ 2 ], im[ 2 ] ) );
	transformedNormal = im * transformedNormal;
	#ifdef USE_TANGENT
		transformedTangent = im * transformedTangent;
	#endif
#endif
transformedNormal = normalMatrix * transformedNormal;
#ifdef FLIP_SIDED
	transformedNormal = - transformedNormal;
#endif
#ifdef USE_TANGENT
	transformedTangent = ( modelViewMatrix * vec4( transformedTangent, 0.0 ) ).xyz;
#endif`,sC=`#ifdef USE_DISPLACEMENTMAP
	uniform sampler2D displacementMap;
	uniform float displacementScale;
	uniform float displacementBias;
#endif`,oC=`#ifdef USE_DISPLACEMENTMAP
	transformed += normalize( objectNormal ) * ( texture2D( displacementMap, vDisplacementMapUv ).x * displacementScale + displacementBias );
#endif`,aC=`#ifdef USE_EMISSIVEMAP
	vec4 emissiveColor = texture2D( emissiveMap, vEmissiveMapUv );
	#ifdef DECODE_VIDEO_TEXTURE_EMISSIVE
		emissiveColor = sRGBTransferEOTF( emissiveColor );
	#endif
	totalEmissiveRadiance *= emissiveColor.rgb;
#endif`,cC=`#ifdef USE_EMISSIVEMAP
	uniform sampler2D emissiveMap;
#endif`,lC="gl_FragColor = linearToOutputTexel( gl_FragColor );",uC=`vec4 LinearTransferOETF( in vec4 value ) {
	return value;
}
vec4 sRGBTransferEOTF( in vec4 value ) {
	return vec4( mix( pow( value.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), value.rgb * 0.0773993808, vec3( lessThanEqual( value.rgb, vec3( 0.04045 ) ) ) ), value.a );
}
vec4 sRGBTransferOETF( in vec4 value ) {
	return vec4( mix( pow( value.rgb, vec3( 0.41666 ) ) * 1.055 - vec3( 0.055 ), value.rgb * 12.92, vec3( lessThanEqual( value.rgb, vec3( 0.0031308 ) ) ) ), value.a );
}`,fC=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vec3 cameraToFrag;
		if ( isOrthographic ) {
			cameraToFrag = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToFrag = normalize( vWorldPosition - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vec3 reflectVec = reflect( cameraToFrag, worldNormal );
		#else
			vec3 reflectVec = refract( cameraToFrag, worldNormal, refractionRatio );
		#endif
	#else
		vec3 reflectVec = vReflect;
	#endif
	#ifdef ENVMAP_TYPE_CUBE
		vec4 envColor = textureCube( envMap, envMapRotation * reflectVec );
		#ifdef ENVMAP_BLENDING_MULTIPLY
			outgoingLight = mix( outgoingLight, outgoingLight * envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_MIX )
			outgoingLight = mix( outgoingLight, envColor.xyz, specularStrength * reflectivity );
		#elif defined( ENVMAP_BLENDING_ADD )
			outgoingLight += envColor.xyz * specularStrength * reflectivity;
		#endif
	#endif
#endif`,hC=`#ifdef USE_ENVMAP
	uniform float envMapIntensity;
	uniform mat3 envMapRotation;
	uniform samplerCube envMap;
	#ifdef ENVMAP_TYPE_PMREM
		float roughnessToMip( const in float roughness ) {
			float r = clamp( roughness, 0.0, 1.0 );
			return ENVMAP_MAX_LOD * r * ( 2.0 - r );
		}
	#endif
#endif`,dC=`#ifdef USE_ENVMAP
	uniform float reflectivity;
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		varying vec3 vWorldPosition;
		uniform float refractionRatio;
	#else
		varying vec3 vReflect;
	#endif
#endif`,pC=`#ifdef USE_ENVMAP
	#if defined( USE_BUMPMAP ) || defined( USE_NORMALMAP ) || defined( PHONG ) || defined( LAMBERT )
		#define ENV_WORLDPOS
	#endif
	#ifdef ENV_WORLDPOS
		
		varying vec3 vWorldPosition;
	#else
		varying vec3 vReflect;
		uniform float refractionRatio;
	#endif
#endif`,mC=`#ifdef USE_ENVMAP
	#ifdef ENV_WORLDPOS
		vWorldPosition = worldPosition.xyz;
	#else
		vec3 cameraToVertex;
		if ( isOrthographic ) {
			cameraToVertex = normalize( vec3( - viewMatrix[ 0 ][ 2 ], - viewMatrix[ 1 ][ 2 ], - viewMatrix[ 2 ][ 2 ] ) );
		} else {
			cameraToVertex = normalize( worldPosition.xyz - cameraPosition );
		}
		vec3 worldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
		#ifdef ENVMAP_MODE_REFLECTION
			vReflect = reflect( cameraToVertex, worldNormal );
		#else
			vReflect = refract( cameraToVertex, worldNormal, refractionRatio );
		#endif
	#endif
#endif`,gC=`#ifdef USE_FOG
	vFogDepth = - mvPosition.z;
#endif`,_C=`#ifdef USE_FOG
	varying float vFogDepth;
#endif`,yC=`#ifdef USE_FOG
	#ifdef FOG_EXP2
		float fogFactor = 1.0 - exp( - fogDensity * fogDensity * vFogDepth * vFogDepth );
	#else
		float fogFactor = smoothstep( fogNear, fogFar, vFogDepth );
	#endif
	gl_FragColor.rgb = mix( gl_FragColor.rgb, fogColor, fogFactor );
#endif`,xC=`#ifdef USE_FOG
	uniform vec3 fogColor;
	varying float vFogDepth;
	#ifdef FOG_EXP2
		uniform float fogDensity;
	#else
		uniform float fogNear;
		uniform float fogFar;
	#endif
#endif`,vC=`#ifdef USE_GRADIENTMAP
	uniform sampler2D gradientMap;
#endif
vec3 getGradientIrradiance( vec3 normal, vec3 lightDirection ) {
	float dotNL = dot( normal, lightDirection );
	vec2 coord = vec2( dotNL * 0.5 + 0.5, 0.0 );
	#ifdef USE_GRADIENTMAP
		return vec3( texture2D( gradientMap, coord ).r );
	#else
		vec2 fw = fwidth( coord ) * 0.5;
		return mix( vec3( 0.7 ), vec3( 1.0 ), smoothstep( 0.7 - fw.x, 0.7 + fw.x, coord.x ) );
	#endif
}`,bC=`#ifdef USE_LIGHTMAP
	uniform sampler2D lightMap;
	uniform float lightMapIntensity;
#endif`,SC=`LambertMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularStrength = specularStrength;`,MC=`varying vec3 vViewPosition;
struct LambertMaterial {
	vec3 diffuseColor;
	float specularStrength;
};
void RE_Direct_Lambert( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Lambert( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in LambertMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Lambert
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Lambert`,wC=`uniform bool receiveShadow;
uniform vec3 ambientLightColor;
#if defined( USE_LIGHT_PROBES )
	uniform vec3 lightProbe[ 9 ];
#endif
vec3 shGetIrradianceAt( in vec3 normal, in vec3 shCoefficients[ 9 ] ) {
	float x = normal.x, y = normal.y, z = normal.z;
	vec3 result = shCoefficients[ 0 ] * 0.886227;
	result += shCoefficients[ 1 ] * 2.0 * 0.511664 * y;
	result += shCoefficients[ 2 ] * 2.0 * 0.511664 * z;
	result += shCoefficients[ 3 ] * 2.0 * 0.511664 * x;
	result += shCoefficients[ 4 ] * 2.0 * 0.429043 * x * y;
	result += shCoefficients[ 5 ] * 2.0 * 0.429043 * y * z;
	result += shCoefficients[ 6 ] * ( 0.743125 * z * z - 0.247708 );
	result += shCoefficients[ 7 ] * 2.0 * 0.429043 * x * z;
	result += shCoefficients[ 8 ] * 0.429043 * ( x * x - y * y );
	return result;
}
vec3 getLightProbeIrradiance( const in vec3 lightProbe[ 9 ], const in vec3 normal ) {
	vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec3 irradiance = shGetIrradianceAt( worldNormal, lightProbe );
	return irradiance;
}
vec3 getAmbientLightIrradiance( const in vec3 ambientLightColor ) {
	vec3 irradiance = ambientLightColor;
	return irradiance;
}
float getDistanceAttenuation( const in float lightDistance, const in float cutoffDistance, const in float decayExponent ) {
	float distanceFalloff = 1.0 / max( pow( lightDistance, decayExponent ), 0.01 );
	if ( cutoffDistance > 0.0 ) {
		distanceFalloff *= pow2( saturate( 1.0 - pow4( lightDistance / cutoffDistance ) ) );
	}
	return distanceFalloff;
}
float getSpotAttenuation( const in float coneCosine, const in float penumbraCosine, const in float angleCosine ) {
	return smoothstep( coneCosine, penumbraCosine, angleCosine );
}
#if NUM_SUN_LIGHTS > 0
	struct SunLight {
		vec3 direction;
		vec3 color;
	};
	uniform SunLight sunLights[ NUM_SUN_LIGHTS ];
	void getSunLightInfo( const in SunLight sunLight, out IncidentLight light ) {
		light.color = sunLight.color;
		light.direction = sunLight.direction;
		light.visible = true;
	}
#endif
#if NUM_DIR_LIGHTS > 0
	struct DirectionalLight {
		vec3 direction;
		vec3 color;
	};
	uniform DirectionalLight directionalLights[ NUM_DIR_LIGHTS ];
	void getDirectionalLightInfo( const in DirectionalLight directionalLight, out IncidentLight light ) {
		light.color = directionalLight.color;
		light.direction = directionalLight.direction;
		light.visible = true;
	}
#endif
#if NUM_POINT_LIGHTS > 0
	struct PointLight {
		vec3 position;
		vec3 color;
		float distance;
		float decay;
	};
	uniform PointLight pointLights[ NUM_POINT_LIGHTS ];
	void getPointLightInfo( const in PointLight pointLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = pointLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float lightDistance = length( lVector );
		light.color = pointLight.color;
		light.color *= getDistanceAttenuation( lightDistance, pointLight.distance, pointLight.decay );
		light.visible = ( light.color != vec3( 0.0 ) );
	}
#endif
#if NUM_SPOT_LIGHTS > 0
	struct SpotLight {
		vec3 position;
		vec3 direction;
		vec3 color;
		float distance;
		float decay;
		float coneCos;
		float penumbraCos;
	};
	uniform SpotLight spotLights[ NUM_SPOT_LIGHTS ];
	void getSpotLightInfo( const in SpotLight spotLight, const in vec3 geometryPosition, out IncidentLight light ) {
		vec3 lVector = spotLight.position - geometryPosition;
		light.direction = normalize( lVector );
		float angleCos = dot( light.direction, spotLight.direction );
		float spotAttenuation = getSpotAttenuation( spotLight.coneCos, spotLight.penumbraCos, angleCos );
		if ( spotAttenuation > 0.0 ) {
			float lightDistance = length( lVector );
			light.color = spotLight.color * spotAttenuation;
			light.color *= getDistanceAttenuation( lightDistance, spotLight.distance, spotLight.decay );
			light.visible = ( light.color != vec3( 0.0 ) );
		} else {
			light.color = vec3( 0.0 );
			light.visible = false;
		}
	}
#endif
#if NUM_RECT_AREA_LIGHTS > 0
	struct RectAreaLight {
		vec3 color;
		vec3 position;
		vec3 halfWidth;
		vec3 halfHeight;
	};
	uniform sampler2D ltc_1;	uniform sampler2D ltc_2;
	uniform RectAreaLight rectAreaLights[ NUM_RECT_AREA_LIGHTS ];
#endif
#if NUM_HEMI_LIGHTS > 0
	struct HemisphereLight {
		vec3 direction;
		vec3 skyColor;
		vec3 groundColor;
	};
	uniform HemisphereLight hemisphereLights[ NUM_HEMI_LIGHTS ];
	vec3 getHemisphereLightIrradiance( const in HemisphereLight hemiLight, const in vec3 normal ) {
		float dotNL = dot( normal, hemiLight.direction );
		float hemiDiffuseWeight = 0.5 * dotNL + 0.5;
		vec3 irradiance = mix( hemiLight.groundColor, hemiLight.skyColor, hemiDiffuseWeight );
		return irradiance;
	}
#endif
#include <lightprobes_pars_fragment>`,TC=`#ifdef USE_ENVMAP
	vec3 getIBLIrradiance( const in vec3 normal ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 worldNormal = transformNormalByInverseViewMatrix( normal, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * worldNormal, ENVMAP_MAX_LOD );
			return PI * envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	vec3 getIBLRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
		#ifdef ENVMAP_TYPE_PMREM
			vec3 reflectVec = reflect( - viewDir, normal );
			reflectVec = normalize( mix( reflectVec, normal, pow4( roughness ) ) );
			reflectVec = transformDirectionByInverseViewMatrix( reflectVec, viewMatrix );
			vec4 envMapColor = textureLod( envMap, envMapRotation * reflectVec, roughnessToMip( roughness ) );
			return envMapColor.rgb * envMapIntensity;
		#else
			return vec3( 0.0 );
		#endif
	}
	#ifdef USE_RETROREFLECTION
		vec3 getIBLRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 retroVec = normalize( mix( viewDir, normal, pow4( roughness ) ) );
				retroVec = transformDirectionByInverseViewMatrix( retroVec, viewMatrix );
				vec4 envMapColor = textureLod( envMap, envMapRotation * retroVec, roughnessToMip( roughness ) );
				return envMapColor.rgb * envMapIntensity;
			#else
				return vec3( 0.0 );
			#endif
		}
	#endif
	#ifdef USE_ANISOTROPY
		vec3 getIBLAnisotropyRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
			#ifdef ENVMAP_TYPE_PMREM
				vec3 bentNormal = cross( bitangent, viewDir );
				bentNormal = normalize( cross( bentNormal, bitangent ) );
				bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
				return getIBLRadiance( viewDir, bentNormal, roughness );
			#else
				return vec3( 0.0 );
			#endif
		}
		#ifdef USE_RETROREFLECTION
			vec3 getIBLAnisotropyRetroRadiance( const in vec3 viewDir, const in vec3 normal, const in float roughness, const in vec3 bitangent, const in float anisotropy ) {
				#ifdef ENVMAP_TYPE_PMREM
					vec3 bentNormal = cross( bitangent, viewDir );
					bentNormal = normalize( cross( bentNormal, bitangent ) );
					bentNormal = normalize( mix( bentNormal, normal, pow2( pow2( 1.0 - anisotropy * ( 1.0 - roughness ) ) ) ) );
					return getIBLRetroRadiance( viewDir, bentNormal, roughness );
				#else
					return vec3( 0.0 );
				#endif
			}
		#endif
	#endif
#endif`,EC=`ToonMaterial material;
material.diffuseColor = diffuseColor.rgb;`,AC=`varying vec3 vViewPosition;
struct ToonMaterial {
	vec3 diffuseColor;
};
void RE_Direct_Toon( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 irradiance = getGradientIrradiance( geometryNormal, directLight.direction ) * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
void RE_IndirectDiffuse_Toon( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in ToonMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_Toon
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Toon`,CC=`BlinnPhongMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.specularColor = specular;
material.specularShininess = shininess;
material.specularStrength = specularStrength;`,RC=`varying vec3 vViewPosition;
struct BlinnPhongMaterial {
	vec3 diffuseColor;
	vec3 specularColor;
	float specularShininess;
	float specularStrength;
};
void RE_Direct_BlinnPhong( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	reflectedLight.directDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
	reflectedLight.directSpecular += irradiance * BRDF_BlinnPhong( directLight.direction, geometryViewDir, geometryNormal, material.specularColor, material.specularShininess ) * material.specularStrength;
}
void RE_IndirectDiffuse_BlinnPhong( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in BlinnPhongMaterial material, inout ReflectedLight reflectedLight ) {
	reflectedLight.indirectDiffuse += irradiance * BRDF_Lambert( material.diffuseColor );
}
#define RE_Direct				RE_Direct_BlinnPhong
#define RE_IndirectDiffuse		RE_IndirectDiffuse_BlinnPhong`,PC=`PhysicalMaterial material;
material.diffuseColor = diffuseColor.rgb;
material.diffuseContribution = diffuseColor.rgb * ( 1.0 - metalnessFactor );
material.metalness = metalnessFactor;
vec3 dxy = max( abs( dFdx( nonPerturbedNormal ) ), abs( dFdy( nonPerturbedNormal ) ) );
float geometryRoughness = max( max( dxy.x, dxy.y ), dxy.z );
material.roughness = max( roughnessFactor, 0.045 );
material.roughness += geometryRoughness;
material.roughness = min( material.roughness, 1.0 );
#ifdef USE_DIFFUSE_ROUGHNESS
	float diffuseRoughnessFactor = diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		diffuseRoughnessFactor *= texture2D( diffuseRoughnessMap, vDiffuseRoughnessMapUv ).r;
	#endif
	material.diffuseRoughness = saturate( diffuseRoughnessFactor );
#endif
#ifdef IOR
	material.ior = ior;
	#ifdef USE_SPECULAR
		float specularIntensityFactor = specularIntensity;
		vec3 specularColorFactor = specularColor;
		#ifdef USE_SPECULAR_COLORMAP
			specularColorFactor *= texture2D( specularColorMap, vSpecularColorMapUv ).rgb;
		#endif
		#ifdef USE_SPECULAR_INTENSITYMAP
			specularIntensityFactor *= texture2D( specularIntensityMap, vSpecularIntensityMapUv ).a;
		#endif
		material.specularF90 = mix( specularIntensityFactor, 1.0, metalnessFactor );
	#else
		float specularIntensityFactor = 1.0;
		vec3 specularColorFactor = vec3( 1.0 );
		material.specularF90 = 1.0;
	#endif
	material.specularColor = min( pow2( ( material.ior - 1.0 ) / ( material.ior + 1.0 ) ) * specularColorFactor, vec3( 1.0 ) ) * specularIntensityFactor;
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
#else
	material.specularColor = vec3( 0.04 );
	material.specularColorBlended = mix( material.specularColor, diffuseColor.rgb, metalnessFactor );
	material.specularF90 = 1.0;
#endif
#ifdef USE_CLEARCOAT
	material.clearcoat = clearcoat;
	material.clearcoatRoughness = clearcoatRoughness;
	material.clearcoatF0 = vec3( 0.04 );
	material.clearcoatF90 = 1.0;
	#ifdef USE_CLEARCOATMAP
		material.clearcoat *= texture2D( clearcoatMap, vClearcoatMapUv ).x;
	#endif
	#ifdef USE_CLEARCOAT_ROUGHNESSMAP
		material.clearcoatRoughness *= texture2D( clearcoatRoughnessMap, vClearcoatRoughnessMapUv ).y;
	#endif
	material.clearcoat = saturate( material.clearcoat );	material.clearcoatRoughness = max( material.clearcoatRoughness, 0.045 );
	material.clearcoatRoughness += geometryRoughness;
	material.clearcoatRoughness = min( material.clearcoatRoughness, 1.0 );
#endif
#ifdef USE_DISPERSION
	material.dispersion = dispersion;
#endif
#ifdef USE_RETROREFLECTION
	material.retroreflectivity = retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	material.iridescence = iridescence;
	material.iridescenceIOR = iridescenceIOR;
	#ifdef USE_IRIDESCENCEMAP
		material.iridescence *= texture2D( iridescenceMap, vIridescenceMapUv ).r;
	#endif
	#ifdef USE_IRIDESCENCE_THICKNESSMAP
		material.iridescenceThickness = (iridescenceThicknessMaximum - iridescenceThicknessMinimum) * texture2D( iridescenceThicknessMap, vIridescenceThicknessMapUv ).g + iridescenceThicknessMinimum;
	#else
		material.iridescenceThickness = iridescenceThicknessMaximum;
	#endif
#endif
#ifdef USE_SHEEN
	material.sheenColor = sheenColor;
	#ifdef USE_SHEEN_COLORMAP
		material.sheenColor *= texture2D( sheenColorMap, vSheenColorMapUv ).rgb;
	#endif
	material.sheenRoughness = clamp( sheenRoughness, 0.0001, 1.0 );
	#ifdef USE_SHEEN_ROUGHNESSMAP
		material.sheenRoughness *= texture2D( sheenRoughnessMap, vSheenRoughnessMapUv ).a;
	#endif
#endif
#ifdef USE_ANISOTROPY
	#ifdef USE_ANISOTROPYMAP
		mat2 anisotropyMat = mat2( anisotropyVector.x, anisotropyVector.y, - anisotropyVector.y, anisotropyVector.x );
		vec3 anisotropyPolar = texture2D( anisotropyMap, vAnisotropyMapUv ).rgb;
		vec2 anisotropyV = anisotropyMat * normalize( 2.0 * anisotropyPolar.rg - vec2( 1.0 ) ) * anisotropyPolar.b;
	#else
		vec2 anisotropyV = anisotropyVector;
	#endif
	material.anisotropy = length( anisotropyV );
	if( material.anisotropy == 0.0 ) {
		anisotropyV = vec2( 1.0, 0.0 );
	} else {
		anisotropyV /= material.anisotropy;
		material.anisotropy = saturate( material.anisotropy );
	}
	material.alphaT = mix( pow2( material.roughness ), 1.0, pow2( material.anisotropy ) );
	material.anisotropyT = tbn[ 0 ] * anisotropyV.x + tbn[ 1 ] * anisotropyV.y;
	material.anisotropyB = tbn[ 1 ] * anisotropyV.x - tbn[ 0 ] * anisotropyV.y;
#endif`,IC=`uniform sampler2D dfgLUT;
struct PhysicalMaterial {
	vec3 diffuseColor;
	vec3 diffuseContribution;
	vec3 specularColor;
	vec3 specularColorBlended;
	float roughness;
	float metalness;
	float specularF90;
	float dispersion;
	vec2 dfg;
	vec3 multiScatteringCompensation;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float diffuseRoughness;
	#endif
	#ifdef USE_RETROREFLECTION
		float retroreflectivity;
	#endif
	#ifdef USE_CLEARCOAT
		float clearcoat;
		float clearcoatRoughness;
		vec3 clearcoatF0;
		float clearcoatF90;
	#endif
	#ifdef USE_IRIDESCENCE
		float iridescence;
		float iridescenceIOR;
		float iridescenceThickness;
		vec3 iridescenceFresnel;
		vec3 iridescenceF0Dielectric;
		vec3 iridescenceF0Metallic;
	#endif
	#ifdef USE_SHEEN
		vec3 sheenColor;
		float sheenRoughness;
	#endif
	#ifdef IOR
		float ior;
	#endif
	#ifdef USE_TRANSMISSION
		float transmission;
		float transmissionAlpha;
		float thickness;
		float attenuationDistance;
		vec3 attenuationColor;
	#endif
	#ifdef USE_ANISOTROPY
		float anisotropy;
		float alphaT;
		vec3 anisotropyT;
		vec3 anisotropyB;
	#endif
};
vec3 clearcoatSpecularDirect = vec3( 0.0 );
vec3 clearcoatSpecularIndirect = vec3( 0.0 );
vec3 sheenSpecularDirect = vec3( 0.0 );
vec3 sheenSpecularIndirect = vec3(0.0 );
vec3 Schlick_to_F0( const in vec3 f, const in float f90, const in float dotVH ) {
    float x = clamp( 1.0 - dotVH, 0.0, 1.0 );
    float x2 = x * x;
    float x5 = clamp( x * x2 * x2, 0.0, 0.9999 );
    return ( f - vec3( f90 ) * x5 ) / ( 1.0 - x5 );
}
#ifdef USE_DIFFUSE_ROUGHNESS
	const float EON_EPSILON = 1e-7;
	float FON_DirectionalAlbedo( const in float mu, const in float roughness, const in float A ) {
		float muComp = 1.0 - mu;
		float gOverPi = muComp * ( 0.0571085289 + muComp * ( 0.491881867 + muComp * ( - 0.332181442 + muComp * 0.0714429953 ) ) );
		return A * ( 1.0 + roughness * gOverPi );
	}
	vec3 BRDF_EON( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in vec3 diffuseColor, const in float roughness ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return BRDF_Lambert( rho );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float s = dot( lightDir, viewDir ) - dotNL * dotNV;
		float sOverT = ( s > 0.0 ) ? s / max( max( dotNL, dotNV ), EON_EPSILON ) : s;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		vec3 singleScatter = rho * RECIPROCAL_PI * A * ( 1.0 + roughness * sOverT );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		float albedoV = FON_DirectionalAlbedo( dotNV, roughness, A );
		float albedoL = FON_DirectionalAlbedo( dotNL, roughness, A );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		vec3 multiScatter = rhoMultiScatter * RECIPROCAL_PI
			* max( EON_EPSILON, 1.0 - albedoV )
			* max( EON_EPSILON, 1.0 - albedoL )
			/ max( EON_EPSILON, 1.0 - averageAlbedo );
		return singleScatter + multiScatter;
	}
	vec3 EON_DirectionalAlbedo( const in vec3 diffuseColor, const in float roughness, const in float dotNV ) {
		vec3 rho = saturate( diffuseColor );
		if ( roughness <= EON_EPSILON ) return rho;
		float A = 1.0 / ( 1.0 + ( 0.5 - 2.0 / ( 3.0 * PI ) ) * roughness );
		float directionalAlbedo = FON_DirectionalAlbedo( dotNV, roughness, A );
		float averageAlbedo = A * ( 1.0 + ( 2.0 / 3.0 - 28.0 / ( 15.0 * PI ) ) * roughness );
		vec3 rhoMultiScatter = rho * rho * averageAlbedo / max( vec3( EON_EPSILON ), vec3( 1.0 ) - rho * ( 1.0 - averageAlbedo ) );
		return rho * directionalAlbedo + rhoMultiScatter * ( 1.0 - directionalAlbedo );
	}
#endif
float V_GGX_SmithCorrelated( const in float alpha, const in float dotNL, const in float dotNV ) {
	float a2 = pow2( alpha );
	float gv = dotNL * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNV ) );
	float gl = dotNV * sqrt( a2 + ( 1.0 - a2 ) * pow2( dotNL ) );
	return 0.5 / max( gv + gl, EPSILON );
}
float D_GGX( const in float alpha, const in float dotNH ) {
	float a2 = pow2( alpha );
	float denom = pow2( dotNH ) * ( a2 - 1.0 ) + 1.0;
	return RECIPROCAL_PI * a2 / pow2( denom );
}
#ifdef USE_ANISOTROPY
	float V_GGX_SmithCorrelated_Anisotropic( const in float alphaT, const in float alphaB, const in float dotTV, const in float dotBV, const in float dotTL, const in float dotBL, const in float dotNV, const in float dotNL ) {
		float gv = dotNL * length( vec3( alphaT * dotTV, alphaB * dotBV, dotNV ) );
		float gl = dotNV * length( vec3( alphaT * dotTL, alphaB * dotBL, dotNL ) );
		return 0.5 / max( gv + gl, EPSILON );
	}
	float D_GGX_Anisotropic( const in float alphaT, const in float alphaB, const in float dotNH, const in float dotTH, const in float dotBH ) {
		float a2 = alphaT * alphaB;
		highp vec3 v = vec3( alphaB * dotTH, alphaT * dotBH, a2 * dotNH );
		highp float v2 = dot( v, v );
		float w2 = a2 / v2;
		return RECIPROCAL_PI * a2 * pow2 ( w2 );
	}
#endif
#ifdef USE_CLEARCOAT
	vec3 BRDF_GGX_Clearcoat( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material) {
		vec3 f0 = material.clearcoatF0;
		float f90 = material.clearcoatF90;
		float roughness = max( material.clearcoatRoughness, 0.045 );
		float alpha = pow2( roughness );
		vec3 halfDir = normalize( lightDir + viewDir );
		float dotNL = saturate( dot( normal, lightDir ) );
		float dotNV = saturate( dot( normal, viewDir ) );
		float dotNH = saturate( dot( normal, halfDir ) );
		float dotVH = saturate( dot( viewDir, halfDir ) );
		vec3 F = F_Schlick( f0, f90, dotVH );
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
		return F * ( V * D );
	}
#endif
vec3 BRDF_GGX( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, const in PhysicalMaterial material ) {
	vec3 f0 = material.specularColorBlended;
	float f90 = material.specularF90;
	float roughness = max( material.roughness, 0.045 );
	float alpha = pow2( roughness );
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float dotVH = saturate( dot( viewDir, halfDir ) );
	vec3 F = F_Schlick( f0, f90, dotVH );
	#ifdef USE_IRIDESCENCE
		F = mix( F, material.iridescenceFresnel, material.iridescence );
	#endif
	#ifdef USE_ANISOTROPY
		float dotTL = dot( material.anisotropyT, lightDir );
		float dotTV = dot( material.anisotropyT, viewDir );
		float dotTH = dot( material.anisotropyT, halfDir );
		float dotBL = dot( material.anisotropyB, lightDir );
		float dotBV = dot( material.anisotropyB, viewDir );
		float dotBH = dot( material.anisotropyB, halfDir );
		float alphaT = max( material.alphaT, alpha );
		float V = V_GGX_SmithCorrelated_Anisotropic( alphaT, alpha, dotTV, dotBV, dotTL, dotBL, dotNV, dotNL );
		float D = D_GGX_Anisotropic( alphaT, alpha, dotNH, dotTH, dotBH );
	#else
		float V = V_GGX_SmithCorrelated( alpha, dotNL, dotNV );
		float D = D_GGX( alpha, dotNH );
	#endif
	return F * ( V * D );
}
vec2 LTC_Uv( const in vec3 N, const in vec3 V, const in float roughness ) {
	const float LUT_SIZE = 64.0;
	const float LUT_SCALE = ( LUT_SIZE - 1.0 ) / LUT_SIZE;
	const float LUT_BIAS = 0.5 / LUT_SIZE;
	float dotNV = saturate( dot( N, V ) );
	vec2 uv = vec2( roughness, sqrt( 1.0 - dotNV ) );
	uv = uv * LUT_SCALE + LUT_BIAS;
	return uv;
}
float LTC_ClippedSphereFormFactor( const in vec3 f ) {
	float l = length( f );
	return max( ( l * l + f.z ) / ( l + 1.0 ), 0.0 );
}
vec3 LTC_EdgeVectorFormFactor( const in vec3 v1, const in vec3 v2 ) {
	float x = dot( v1, v2 );
	float y = abs( x );
	float a = 0.8543985 + ( 0.4965155 + 0.0145206 * y ) * y;
	float b = 3.4175940 + ( 4.1616724 + y ) * y;
	float v = a / b;
	float theta_sintheta = ( x > 0.0 ) ? v : 0.5 * inversesqrt( max( 1.0 - x * x, 1e-7 ) ) - v;
	return cross( v1, v2 ) * theta_sintheta;
}
vec3 LTC_Evaluate( const in vec3 N, const in vec3 V, const in vec3 P, const in mat3 mInv, const in vec3 rectCoords[ 4 ] ) {
	vec3 v1 = rectCoords[ 1 ] - rectCoords[ 0 ];
	vec3 v2 = rectCoords[ 3 ] - rectCoords[ 0 ];
	vec3 lightNormal = cross( v1, v2 );
	if( dot( lightNormal, P - rectCoords[ 0 ] ) < 0.0 ) return vec3( 0.0 );
	vec3 T1, T2;
	T1 = normalize( V - N * dot( V, N ) );
	T2 = - cross( N, T1 );
	mat3 mat = mInv * transpose( mat3( T1, T2, N ) );
	vec3 coords[ 4 ];
	coords[ 0 ] = mat * ( rectCoords[ 0 ] - P );
	coords[ 1 ] = mat * ( rectCoords[ 1 ] - P );
	coords[ 2 ] = mat * ( rectCoords[ 2 ] - P );
	coords[ 3 ] = mat * ( rectCoords[ 3 ] - P );
	coords[ 0 ] = normalize( coords[ 0 ] );
	coords[ 1 ] = normalize( coords[ 1 ] );
	coords[ 2 ] = normalize( coords[ 2 ] );
	coords[ 3 ] = normalize( coords[ 3 ] );
	vec3 vectorFormFactor = vec3( 0.0 );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 0 ], coords[ 1 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 1 ], coords[ 2 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 2 ], coords[ 3 ] );
	vectorFormFactor += LTC_EdgeVectorFormFactor( coords[ 3 ], coords[ 0 ] );
	float result = LTC_ClippedSphereFormFactor( vectorFormFactor );
	return vec3( result );
}
#if defined( USE_SHEEN )
float D_Charlie( float roughness, float dotNH ) {
	float alpha = pow2( roughness );
	float invAlpha = 1.0 / alpha;
	float cos2h = dotNH * dotNH;
	float sin2h = max( 1.0 - cos2h, 0.0078125 );
	return ( 2.0 + invAlpha ) * pow( sin2h, invAlpha * 0.5 ) / ( 2.0 * PI );
}
float V_Neubelt( float dotNV, float dotNL ) {
	return saturate( 1.0 / ( 4.0 * ( dotNL + dotNV - dotNL * dotNV ) ) );
}
vec3 BRDF_Sheen( const in vec3 lightDir, const in vec3 viewDir, const in vec3 normal, vec3 sheenColor, const in float sheenRoughness ) {
	vec3 halfDir = normalize( lightDir + viewDir );
	float dotNL = saturate( dot( normal, lightDir ) );
	float dotNV = saturate( dot( normal, viewDir ) );
	float dotNH = saturate( dot( normal, halfDir ) );
	float D = D_Charlie( sheenRoughness, dotNH );
	float V = V_Neubelt( dotNV, dotNL );
	return sheenColor * ( D * V );
}
#endif
float IBLSheenBRDF( const in vec3 normal, const in vec3 viewDir, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	float r2 = roughness * roughness;
	float rInv = 1.0 / ( roughness + 0.1 );
	float a = -1.9362 + 1.0678 * roughness + 0.4573 * r2 - 0.8469 * rInv;
	float b = -0.6014 + 0.5538 * roughness - 0.4670 * r2 - 0.1255 * rInv;
	float DG = exp( a * dotNV + b );
	return saturate( DG );
}
vec3 EnvironmentBRDF( const in vec3 normal, const in vec3 viewDir, const in vec3 specularColor, const in float specularF90, const in float roughness ) {
	float dotNV = saturate( dot( normal, viewDir ) );
	vec2 fab = texture2D( dfgLUT, vec2( roughness, dotNV ) ).rg;
	return specularColor * fab.x + specularF90 * fab.y;
}
#ifdef USE_IRIDESCENCE
void computeMultiscatteringIridescence( const in vec2 fab, const in vec3 specularColor, const in float specularF90, const in float iridescence, const in vec3 iridescenceF0, inout vec3 singleScatter, inout vec3 multiScatter ) {
#else
void computeMultiscattering( const in vec2 fab, const in vec3 specularColor, const in float specularF90, inout vec3 singleScatter, inout vec3 multiScatter ) {
#endif
	#ifdef USE_IRIDESCENCE
		vec3 Fr = mix( specularColor, iridescenceF0, iridescence );
	#else
		vec3 Fr = specularColor;
	#endif
	vec3 FssEss = Fr * fab.x + specularF90 * fab.y;
	float Ess = fab.x + fab.y;
	float Ems = 1.0 - Ess;
	vec3 Favg = Fr + ( 1.0 - Fr ) * 0.047619;	vec3 Fms = FssEss * Favg / ( 1.0 - Ems * Favg );
	singleScatter += FssEss;
	multiScatter += Fms * Ems;
}
#if NUM_RECT_AREA_LIGHTS > 0
	void RE_Direct_RectArea_Physical( const in RectAreaLight rectAreaLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
		vec3 normal = geometryNormal;
		vec3 viewDir = geometryViewDir;
		vec3 position = geometryPosition;
		vec3 lightPos = rectAreaLight.position;
		vec3 halfWidth = rectAreaLight.halfWidth;
		vec3 halfHeight = rectAreaLight.halfHeight;
		vec3 lightColor = rectAreaLight.color;
		float roughness = material.roughness;
		vec3 rectCoords[ 4 ];
		rectCoords[ 0 ] = lightPos + halfWidth - halfHeight;		rectCoords[ 1 ] = lightPos - halfWidth - halfHeight;
		rectCoords[ 2 ] = lightPos - halfWidth + halfHeight;
		rectCoords[ 3 ] = lightPos + halfWidth + halfHeight;
		vec2 uv = LTC_Uv( normal, viewDir, roughness );
		vec4 t1 = texture2D( ltc_1, uv );
		vec4 t2 = texture2D( ltc_2, uv );
		mat3 mInv = mat3(
			vec3( t1.x, 0, t1.y ),
			vec3(    0, 1,    0 ),
			vec3( t1.z, 0, t1.w )
		);
		vec3 fresnel = ( material.specularColorBlended * t2.x + ( material.specularF90 - material.specularColorBlended ) * t2.y );
		reflectedLight.directSpecular += lightColor * fresnel * LTC_Evaluate( normal, viewDir, position, mInv, rectCoords );
		reflectedLight.directDiffuse += lightColor * material.diffuseContribution * LTC_Evaluate( normal, viewDir, position, mat3( 1.0 ), rectCoords );
		#ifdef USE_CLEARCOAT
			vec3 Ncc = geometryClearcoatNormal;
			vec2 uvClearcoat = LTC_Uv( Ncc, viewDir, material.clearcoatRoughness );
			vec4 t1Clearcoat = texture2D( ltc_1, uvClearcoat );
			vec4 t2Clearcoat = texture2D( ltc_2, uvClearcoat );
			mat3 mInvClearcoat = mat3(
				vec3( t1Clearcoat.x, 0, t1Clearcoat.y ),
				vec3(             0, 1,             0 ),
				vec3( t1Clearcoat.z, 0, t1Clearcoat.w )
			);
			vec3 fresnelClearcoat = material.clearcoatF0 * t2Clearcoat.x + ( material.clearcoatF90 - material.clearcoatF0 ) * t2Clearcoat.y;
			clearcoatSpecularDirect += lightColor * fresnelClearcoat * LTC_Evaluate( Ncc, viewDir, position, mInvClearcoat, rectCoords );
		#endif
	}
#endif
void RE_Direct_Physical( const in IncidentLight directLight, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	float dotNL = saturate( dot( geometryNormal, directLight.direction ) );
	vec3 irradiance = dotNL * directLight.color;
	#ifdef USE_CLEARCOAT
		float dotNLcc = saturate( dot( geometryClearcoatNormal, directLight.direction ) );
		vec3 ccIrradiance = dotNLcc * directLight.color;
		clearcoatSpecularDirect += ccIrradiance * BRDF_GGX_Clearcoat( directLight.direction, geometryViewDir, geometryClearcoatNormal, material );
	#endif
	#ifdef USE_SHEEN
 
 		sheenSpecularDirect += irradiance * BRDF_Sheen( directLight.direction, geometryViewDir, geometryNormal, material.sheenColor, material.sheenRoughness );
 
 		float sheenAlbedoV = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
 		float sheenAlbedoL = IBLSheenBRDF( geometryNormal, directLight.direction, material.sheenRoughness );
 
 		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * max( sheenAlbedoV, sheenAlbedoL );
 
 		irradiance *= sheenEnergyComp;
 
 	#endif
	vec3 specularBRDF = BRDF_GGX( directLight.direction, geometryViewDir, geometryNormal, material );
	#ifdef USE_RETROREFLECTION
		vec3 retroViewDir = reflect( - geometryViewDir, geometryNormal );
		vec3 retroSpecularBRDF = BRDF_GGX( directLight.direction, retroViewDir, geometryNormal, material );
		specularBRDF = mix( specularBRDF, retroSpecularBRDF, saturate( material.retroreflectivity ) );
	#endif
	reflectedLight.directSpecular += irradiance * specularBRDF * material.multiScatteringCompensation;
	vec3 halfDir = normalize( directLight.direction + geometryViewDir );
	float dotVH = saturate( dot( geometryViewDir, halfDir ) );
	vec3 F = F_Schlick( material.specularColor, material.specularF90, dotVH );
	#ifdef USE_RETROREFLECTION
		vec3 retroHalfDir = normalize( directLight.direction + retroViewDir );
		float dotRetroVH = saturate( dot( retroViewDir, retroHalfDir ) );
		vec3 retroF = F_Schlick( material.specularColor, material.specularF90, dotRetroVH );
		F = mix( F, retroF, saturate( material.retroreflectivity ) );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		vec3 diffuseBRDF = BRDF_EON( directLight.direction, geometryViewDir, geometryNormal, material.diffuseColor, material.diffuseRoughness ) * ( 1.0 - material.metalness );
	#else
		vec3 diffuseBRDF = BRDF_Lambert( material.diffuseContribution );
	#endif
	reflectedLight.directDiffuse += irradiance * diffuseBRDF * ( 1.0 - F );
}
void RE_IndirectDiffuse_Physical( const in vec3 irradiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight ) {
	vec3 singleScattering = vec3( 0.0 );
	vec3 multiScattering = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScattering, multiScattering );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScattering, multiScattering );
	#endif
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuseAlbedo = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness );
		vec3 diffuse = irradiance * RECIPROCAL_PI * diffuseAlbedo * ( 1.0 - singleScattering - multiScattering );
	#else
		vec3 diffuse = irradiance * BRDF_Lambert( material.diffuseContribution ) * ( 1.0 - singleScattering - multiScattering );
	#endif
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		sheenSpecularIndirect += irradiance * material.sheenColor * sheenAlbedo * RECIPROCAL_PI;
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		diffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectDiffuse += diffuse;
}
void RE_IndirectSpecular_Physical( const in vec3 radiance, const in vec3 irradiance, const in vec3 clearcoatRadiance, const in vec3 geometryPosition, const in vec3 geometryNormal, const in vec3 geometryViewDir, const in vec3 geometryClearcoatNormal, const in PhysicalMaterial material, inout ReflectedLight reflectedLight) {
	#ifdef USE_CLEARCOAT
		clearcoatSpecularIndirect += clearcoatRadiance * EnvironmentBRDF( geometryClearcoatNormal, geometryViewDir, material.clearcoatF0, material.clearcoatF90, material.clearcoatRoughness );
	#endif
	#ifdef USE_SHEEN
		sheenSpecularIndirect += irradiance * material.sheenColor * IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness ) * RECIPROCAL_PI;
 	#endif
	vec3 singleScatteringDielectric = vec3( 0.0 );
	vec3 multiScatteringDielectric = vec3( 0.0 );
	vec3 singleScatteringMetallic = vec3( 0.0 );
	vec3 multiScatteringMetallic = vec3( 0.0 );
	#ifdef USE_IRIDESCENCE
		computeMultiscatteringIridescence( material.dfg, material.specularColor, material.specularF90, material.iridescence, material.iridescenceF0Dielectric, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscatteringIridescence( material.dfg, material.diffuseColor, material.specularF90, material.iridescence, material.iridescenceF0Metallic, singleScatteringMetallic, multiScatteringMetallic );
	#else
		computeMultiscattering( material.dfg, material.specularColor, material.specularF90, singleScatteringDielectric, multiScatteringDielectric );
		computeMultiscattering( material.dfg, material.diffuseColor, material.specularF90, singleScatteringMetallic, multiScatteringMetallic );
	#endif
	vec3 singleScattering = mix( singleScatteringDielectric, singleScatteringMetallic, material.metalness );
	vec3 multiScattering = mix( multiScatteringDielectric, multiScatteringMetallic, material.metalness );
	vec3 totalScatteringDielectric = singleScatteringDielectric + multiScatteringDielectric;
	#ifdef USE_DIFFUSE_ROUGHNESS
		float dotNV = saturate( dot( geometryNormal, geometryViewDir ) );
		vec3 diffuse = EON_DirectionalAlbedo( material.diffuseColor, material.diffuseRoughness, dotNV ) * ( 1.0 - material.metalness ) * ( 1.0 - totalScatteringDielectric );
	#else
		vec3 diffuse = material.diffuseContribution * ( 1.0 - totalScatteringDielectric );
	#endif
	vec3 cosineWeightedIrradiance = irradiance * RECIPROCAL_PI;
	vec3 indirectSpecular = radiance * singleScattering;
	indirectSpecular += multiScattering * cosineWeightedIrradiance;
	vec3 indirectDiffuse = diffuse * cosineWeightedIrradiance;
	#ifdef USE_SHEEN
		float sheenAlbedo = IBLSheenBRDF( geometryNormal, geometryViewDir, material.sheenRoughness );
		float sheenEnergyComp = 1.0 - max3( material.sheenColor ) * sheenAlbedo;
		indirectSpecular *= sheenEnergyComp;
		indirectDiffuse *= sheenEnergyComp;
	#endif
	reflectedLight.indirectSpecular += indirectSpecular;
	reflectedLight.indirectDiffuse += indirectDiffuse;
}
#define RE_Direct				RE_Direct_Physical
#define RE_Direct_RectArea		RE_Direct_RectArea_Physical
#define RE_IndirectDiffuse		RE_IndirectDiffuse_Physical
#define RE_IndirectSpecular		RE_IndirectSpecular_Physical
float computeSpecularOcclusion( const in float dotNV, const in float ambientOcclusion, const in float roughness ) {
	return saturate( pow( dotNV + ambientOcclusion, exp2( - 16.0 * roughness - 1.0 ) ) - 1.0 + ambientOcclusion );
}`,LC=`
vec3 geometryPosition = - vViewPosition;
vec3 geometryNormal = normal;
vec3 geometryViewDir = ( isOrthographic ) ? vec3( 0, 0, 1 ) : normalize( vViewPosition );
vec3 geometryClearcoatNormal = vec3( 0.0 );
#ifdef USE_CLEARCOAT
	geometryClearcoatNormal = clearcoatNormal;
#endif
#ifdef USE_IRIDESCENCE
	float dotNVi = saturate( dot( normal, geometryViewDir ) );
	if ( material.iridescenceThickness == 0.0 ) {
		material.iridescence = 0.0;
	} else {
		material.iridescence = saturate( material.iridescence );
	}
	if ( material.iridescence > 0.0 ) {
		vec3 iridescenceFresnelDielectric = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.specularColor );
		vec3 iridescenceFresnelMetallic = evalIridescence( 1.0, material.iridescenceIOR, dotNVi, material.iridescenceThickness, material.diffuseColor );
		material.iridescenceFresnel = mix( iridescenceFresnelDielectric, iridescenceFresnelMetallic, material.metalness );
		material.iridescenceF0Dielectric = Schlick_to_F0( iridescenceFresnelDielectric, 1.0, dotNVi );
		material.iridescenceF0Metallic = Schlick_to_F0( iridescenceFresnelMetallic, 1.0, dotNVi );
	}
#endif
#ifdef STANDARD
	float dotNVms = saturate( dot( geometryNormal, geometryViewDir ) );
	material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;
	#if ( NUM_SUN_LIGHTS > 0 || NUM_DIR_LIGHTS > 0 || NUM_POINT_LIGHTS > 0 || NUM_SPOT_LIGHTS > 0 )
		float EssMs = material.dfg.x + material.dfg.y;
		material.multiScatteringCompensation = 1.0 + material.specularColorBlended * ( 1.0 / EssMs - 1.0 );
	#endif
#endif
IncidentLight directLight;
#if ( NUM_POINT_LIGHTS > 0 ) && defined( RE_Direct )
	PointLight pointLight;
	#if defined( USE_SHADOWMAP ) && NUM_POINT_LIGHT_SHADOWS > 0
	PointLightShadow pointLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
		pointLight = pointLights[ i ];
		getPointLightInfo( pointLight, geometryPosition, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS ) && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
		pointLightShadow = pointLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getPointShadow( pointShadowMap[ i ], pointLightShadow.shadowMapSize, pointLightShadow.shadowIntensity, pointLightShadow.shadowBias, pointLightShadow.shadowRadius, vPointShadowCoord[ i ], pointLightShadow.shadowCameraNear, pointLightShadow.shadowCameraFar ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SPOT_LIGHTS > 0 ) && defined( RE_Direct )
	SpotLight spotLight;
	vec4 spotColor;
	vec3 spotLightCoord;
	bool inSpotLightMap;
	#if defined( USE_SHADOWMAP ) && NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
		spotLight = spotLights[ i ];
		getSpotLightInfo( spotLight, geometryPosition, directLight );
		#if ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#define SPOT_LIGHT_MAP_INDEX UNROLLED_LOOP_INDEX
		#elif ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		#define SPOT_LIGHT_MAP_INDEX NUM_SPOT_LIGHT_MAPS
		#else
		#define SPOT_LIGHT_MAP_INDEX ( UNROLLED_LOOP_INDEX - NUM_SPOT_LIGHT_SHADOWS + NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS )
		#endif
		#if ( SPOT_LIGHT_MAP_INDEX < NUM_SPOT_LIGHT_MAPS )
			spotLightCoord = vSpotLightCoord[ i ].xyz / vSpotLightCoord[ i ].w;
			inSpotLightMap = all( lessThan( abs( spotLightCoord * 2. - 1. ), vec3( 1.0 ) ) );
			spotColor = texture2D( spotLightMap[ SPOT_LIGHT_MAP_INDEX ], spotLightCoord.xy );
			directLight.color = inSpotLightMap ? directLight.color * spotColor.rgb : directLight.color;
		#endif
		#undef SPOT_LIGHT_MAP_INDEX
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
		spotLightShadow = spotLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( spotShadowMap[ i ], spotLightShadow.shadowMapSize, spotLightShadow.shadowIntensity, spotLightShadow.shadowBias, spotLightShadow.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_SUN_LIGHTS > 0 ) && defined( RE_Direct )
	SunLight sunLight;
	#if defined( USE_SHADOWMAP ) && NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHTS; i ++ ) {
		sunLight = sunLights[ i ];
		getSunLightInfo( sunLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_SUN_LIGHT_SHADOWS )
		sunLightShadow = sunLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getSunShadow( sunShadowMap[ i ], sunLightShadow, UNROLLED_LOOP_INDEX ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_DIR_LIGHTS > 0 ) && defined( RE_Direct )
	DirectionalLight directionalLight;
	#if defined( USE_SHADOWMAP ) && NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLightShadow;
	#endif
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
		directionalLight = directionalLights[ i ];
		getDirectionalLightInfo( directionalLight, directLight );
		#if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
		directionalLightShadow = directionalLightShadows[ i ];
		directLight.color *= ( directLight.visible && receiveShadow ) ? getShadow( directionalShadowMap[ i ], directionalLightShadow.shadowMapSize, directionalLightShadow.shadowIntensity, directionalLightShadow.shadowBias, directionalLightShadow.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
		#endif
		RE_Direct( directLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if ( NUM_RECT_AREA_LIGHTS > 0 ) && defined( RE_Direct_RectArea )
	RectAreaLight rectAreaLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_RECT_AREA_LIGHTS; i ++ ) {
		rectAreaLight = rectAreaLights[ i ];
		RE_Direct_RectArea( rectAreaLight, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
	}
	#pragma unroll_loop_end
#endif
#if defined( RE_IndirectDiffuse )
	vec3 iblIrradiance = vec3( 0.0 );
	vec3 irradiance = getAmbientLightIrradiance( ambientLightColor );
	#if defined( USE_LIGHT_PROBES )
		irradiance += getLightProbeIrradiance( lightProbe, geometryNormal );
	#endif
	#if ( NUM_HEMI_LIGHTS > 0 )
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_HEMI_LIGHTS; i ++ ) {
			irradiance += getHemisphereLightIrradiance( hemisphereLights[ i ], geometryNormal );
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_LIGHT_PROBE_GRIDS > 0
		vec3 probeWorldPos = ( ( vec4( geometryPosition, 1.0 ) - viewMatrix[ 3 ] ) * viewMatrix ).xyz;
		vec3 probeWorldNormal = transformNormalByInverseViewMatrix( geometryNormal, viewMatrix );
		int probeGrid = - 1;
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( isInsideLightProbeGrid( probeWorldPos, probeWorldNormal, probesMin[ i ], probesMax[ i ], probesResolution[ i ] ) ) probeGrid = UNROLLED_LOOP_INDEX;
		}
		#pragma unroll_loop_end
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_LIGHT_PROBE_GRIDS; i ++ ) {
			if ( probeGrid == UNROLLED_LOOP_INDEX ) irradiance += getLightProbeGridIrradiance( probesSH[ i ], probesMin[ i ], probesMax[ i ], probesResolution[ i ], probeWorldPos, probeWorldNormal );
		}
		#pragma unroll_loop_end
	#endif
#endif
#if defined( RE_IndirectSpecular )
	vec3 radiance = vec3( 0.0 );
	vec3 clearcoatRadiance = vec3( 0.0 );
#endif`,DC=`#if defined( RE_IndirectDiffuse )
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		vec3 lightMapIrradiance = lightMapTexel.rgb * lightMapIntensity;
		irradiance += lightMapIrradiance;
	#endif
	#if defined( USE_ENVMAP ) && defined( ENVMAP_TYPE_PMREM )
		#if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
			iblIrradiance += getIBLIrradiance( geometryNormal );
		#endif
	#endif
#endif
#if defined( USE_ENVMAP ) && defined( RE_IndirectSpecular )
	#ifdef USE_ANISOTROPY
		vec3 iblRadiance = getIBLAnisotropyRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
	#else
		vec3 iblRadiance = getIBLRadiance( geometryViewDir, geometryNormal, material.roughness );
	#endif
	#ifdef USE_RETROREFLECTION
		#ifdef USE_ANISOTROPY
			vec3 retroIBLRadiance = getIBLAnisotropyRetroRadiance( geometryViewDir, geometryNormal, material.roughness, material.anisotropyB, material.anisotropy );
		#else
			vec3 retroIBLRadiance = getIBLRetroRadiance( geometryViewDir, geometryNormal, material.roughness );
		#endif
		iblRadiance = mix( iblRadiance, retroIBLRadiance, saturate( material.retroreflectivity ) );
	#endif
	radiance += iblRadiance;
	#ifdef USE_CLEARCOAT
		clearcoatRadiance += getIBLRadiance( geometryViewDir, geometryClearcoatNormal, material.clearcoatRoughness );
	#endif
#endif`,NC=`#if defined( RE_IndirectDiffuse )
	#if defined( LAMBERT ) || defined( PHONG )
		irradiance += iblIrradiance;
	#endif
	RE_IndirectDiffuse( irradiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif
#if defined( RE_IndirectSpecular )
	RE_IndirectSpecular( radiance, iblIrradiance, clearcoatRadiance, geometryPosition, geometryNormal, geometryViewDir, geometryClearcoatNormal, material, reflectedLight );
#endif`,UC=`#if NUM_LIGHT_PROBE_GRIDS > 0
uniform highp sampler3D probesSH[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMin[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesMax[ NUM_LIGHT_PROBE_GRIDS ];
uniform vec3 probesResolution[ NUM_LIGHT_PROBE_GRIDS ];
bool isInsideLightProbeGrid( vec3 worldPos, vec3 worldNormal, vec3 probesMin, vec3 probesMax, vec3 probesResolution ) {
	vec3 spacing = ( probesMax - probesMin ) / probesResolution;
	vec3 samplePos = worldPos + worldNormal * spacing * 0.5;
	vec3 margin = spacing * 0.01;
	return all( greaterThanEqual( samplePos, probesMin - margin ) ) && all( lessThanEqual( samplePos, probesMax + margin ) );
}
vec3 getLightProbeGridIrradiance( highp sampler3D probesSH, vec3 probesMin, vec3 probesMax, vec3 probesResolution, vec3 worldPos, vec3 worldNormal ) {
	vec3 res = probesResolution;
	vec3 gridRange = probesMax - probesMin;
	vec3 probeSpacing = gridRange / res;
	vec3 samplePos = worldPos + worldNormal * probeSpacing * 0.5;
	vec3 uvw = clamp( ( samplePos - probesMin ) / gridRange, 0.5 / res, 1.0 - 0.5 / res );
	float nz          = res.z;
	float paddedSlices = nz + 2.0;
	float atlasDepth  = 7.0 * paddedSlices;
	float uvZBase     = uvw.z * nz + 1.0;
	vec4 s0 = texture( probesSH, vec3( uvw.xy, ( uvZBase                       ) / atlasDepth ) );
	vec4 s1 = texture( probesSH, vec3( uvw.xy, ( uvZBase +       paddedSlices   ) / atlasDepth ) );
	vec4 s2 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 2.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s3 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 3.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s4 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 4.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s5 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 5.0 * paddedSlices   ) / atlasDepth ) );
	vec4 s6 = texture( probesSH, vec3( uvw.xy, ( uvZBase + 6.0 * paddedSlices   ) / atlasDepth ) );
	vec3 c0 = s0.xyz;
	vec3 c1 = vec3( s0.w, s1.xy );
	vec3 c2 = vec3( s1.zw, s2.x );
	vec3 c3 = s2.yzw;
	vec3 c4 = s3.xyz;
	vec3 c5 = vec3( s3.w, s4.xy );
	vec3 c6 = vec3( s4.zw, s5.x );
	vec3 c7 = s5.yzw;
	vec3 c8 = s6.xyz;
	float x = worldNormal.x, y = worldNormal.y, z = worldNormal.z;
	vec3 result = c0 * 0.886227;
	result += c1 * 2.0 * 0.511664 * y;
	result += c2 * 2.0 * 0.511664 * z;
	result += c3 * 2.0 * 0.511664 * x;
	result += c4 * 2.0 * 0.429043 * x * y;
	result += c5 * 2.0 * 0.429043 * y * z;
	result += c6 * ( 0.743125 * z * z - 0.247708 );
	result += c7 * 2.0 * 0.429043 * x * z;
	result += c8 * 0.429043 * ( x * x - y * y );
	return max( result, vec3( 0.0 ) );
}
#endif`,FC=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	gl_FragDepth = vIsPerspective == 0.0 ? gl_FragCoord.z : log2( vFragDepth ) * logDepthBufFC * 0.5;
#endif`,OC=`#if defined( USE_LOGARITHMIC_DEPTH_BUFFER )
	uniform float logDepthBufFC;
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,BC=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	varying float vFragDepth;
	varying float vIsPerspective;
#endif`,kC=`#ifdef USE_LOGARITHMIC_DEPTH_BUFFER
	vFragDepth = 1.0 + gl_Position.w;
	vIsPerspective = float( isPerspectiveMatrix( projectionMatrix ) );
#endif`,zC=`#ifdef USE_MAP
	vec4 sampledDiffuseColor = texture2D( map, vMapUv );
	#ifdef DECODE_VIDEO_TEXTURE
		sampledDiffuseColor = sRGBTransferEOTF( sampledDiffuseColor );
	#endif
	diffuseColor *= sampledDiffuseColor;
#endif`,GC=`#ifdef USE_MAP
	uniform sampler2D map;
#endif`,VC=`#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
	#if defined( USE_POINTS_UV )
		vec2 uv = vUv;
	#else
		vec2 uv = ( uvTransform * vec3( gl_PointCoord.x, 1.0 - gl_PointCoord.y, 1 ) ).xy;
	#endif
#endif
#ifdef USE_MAP
	diffuseColor *= texture2D( map, uv );
#endif
#ifdef USE_ALPHAMAP
	diffuseColor.a *= texture2D( alphaMap, uv ).g;
#endif`,HC=`#if defined( USE_POINTS_UV )
	varying vec2 vUv;
#else
	#if defined( USE_MAP ) || defined( USE_ALPHAMAP )
		uniform mat3 uvTransform;
	#endif
#endif
#ifdef USE_MAP
	uniform sampler2D map;
#endif
#ifdef USE_ALPHAMAP
	uniform sampler2D alphaMap;
#endif`,WC=`float metalnessFactor = metalness;
#ifdef USE_METALNESSMAP
	vec4 texelMetalness = texture2D( metalnessMap, vMetalnessMapUv );
	metalnessFactor *= texelMetalness.b;
#endif`,XC=`#ifdef USE_METALNESSMAP
	uniform sampler2D metalnessMap;
#endif`,$C=`#ifdef USE_INSTANCING_MORPH
	float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	float morphTargetBaseInfluence = texelFetch( morphTexture, ivec2( 0, gl_InstanceID ), 0 ).r;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		morphTargetInfluences[i] =  texelFetch( morphTexture, ivec2( i + 1, gl_InstanceID ), 0 ).r;
	}
#endif`,YC=`#if defined( USE_MORPHCOLORS )
	#if defined( USE_COLOR_ALPHA )
		vColor *= morphTargetBaseInfluence;
	#elif defined( USE_COLOR )
		vColor.rgb *= morphTargetBaseInfluence;
	#endif
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		#if defined( USE_COLOR_ALPHA )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor += getMorph( gl_VertexID, i, 2 ) * morphTargetInfluences[ i ];
		#elif defined( USE_COLOR )
			if ( morphTargetInfluences[ i ] != 0.0 ) vColor.rgb += getMorph( gl_VertexID, i, 2 ).rgb * morphTargetInfluences[ i ];
		#endif
	}
#endif`,qC=`#ifdef USE_MORPHNORMALS
	objectNormal *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) objectNormal += getMorph( gl_VertexID, i, 1 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,ZC=`#ifdef USE_MORPHTARGETS
	#ifndef USE_INSTANCING_MORPH
		uniform float morphTargetBaseInfluence;
		uniform float morphTargetInfluences[ MORPHTARGETS_COUNT ];
	#endif
	uniform sampler2DArray morphTargetsTexture;
	uniform ivec2 morphTargetsTextureSize;
	vec4 getMorph( const in int vertexIndex, const in int morphTargetIndex, const in int offset ) {
		int texelIndex = vertexIndex * MORPHTARGETS_TEXTURE_STRIDE + offset;
		int y = texelIndex / morphTargetsTextureSize.x;
		int x = texelIndex - y * morphTargetsTextureSize.x;
		ivec3 morphUV = ivec3( x, y, morphTargetIndex );
		return texelFetch( morphTargetsTexture, morphUV, 0 );
	}
#endif`,JC=`#ifdef USE_MORPHTARGETS
	transformed *= morphTargetBaseInfluence;
	for ( int i = 0; i < MORPHTARGETS_COUNT; i ++ ) {
		if ( morphTargetInfluences[ i ] != 0.0 ) transformed += getMorph( gl_VertexID, i, 0 ).xyz * morphTargetInfluences[ i ];
	}
#endif`,KC=`float faceDirection = gl_FrontFacing ? 1.0 : - 1.0;
#ifdef FLAT_SHADED
	vec3 fdx = dFdx( vViewPosition );
	vec3 fdy = dFdy( vViewPosition );
	vec3 normal = normalize( cross( fdx, fdy ) );
#else
	vec3 normal = normalize( vNormal );
	#ifdef DOUBLE_SIDED
		normal *= faceDirection;
	#endif
#endif
#if defined( USE_NORMALMAP_TANGENTSPACE ) || defined( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY )
	#ifdef USE_TANGENT
		mat3 tbn = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn = getTangentFrame( - vViewPosition, normal,
		#if defined( USE_NORMALMAP )
			vNormalMapUv
		#elif defined( USE_CLEARCOAT_NORMALMAP )
			vClearcoatNormalMapUv
		#else
			vUv
		#endif
		);
	#endif
	#ifdef DOUBLE_SIDED
		tbn[0] *= faceDirection;
		tbn[1] *= faceDirection;
	#endif
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	#ifdef USE_TANGENT
		mat3 tbn2 = mat3( normalize( vTangent ), normalize( vBitangent ), normal );
	#else
		mat3 tbn2 = getTangentFrame( - vViewPosition, normal, vClearcoatNormalMapUv );
	#endif
	#ifdef DOUBLE_SIDED
		tbn2[0] *= faceDirection;
		tbn2[1] *= faceDirection;
	#endif
#endif
vec3 nonPerturbedNormal = normal;`,jC=`#ifdef USE_NORMALMAP_OBJECTSPACE
	normal = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#ifdef FLIP_SIDED
		normal = - normal;
	#endif
	#ifdef DOUBLE_SIDED
		normal = normal * faceDirection;
	#endif
	normal = normalize( normalMatrix * normal );
#elif defined( USE_NORMALMAP_TANGENTSPACE )
	vec3 mapN = texture2D( normalMap, vNormalMapUv ).xyz * 2.0 - 1.0;
	#if defined( USE_PACKED_NORMALMAP )
		mapN = vec3( mapN.xy, sqrt( saturate( 1.0 - dot( mapN.xy, mapN.xy ) ) ) );
	#endif
	mapN.xy *= normalScale;
	normal = normalize( tbn * mapN );
#elif defined( USE_BUMPMAP )
	normal = perturbNormalArb( - vViewPosition, normal, dHdxy_fwd(), faceDirection );
#endif`,QC=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,tR=`#ifndef FLAT_SHADED
	varying vec3 vNormal;
	#ifdef USE_TANGENT
		varying vec3 vTangent;
		varying vec3 vBitangent;
	#endif
#endif`,eR=`#ifndef FLAT_SHADED
	vNormal = normalize( transformedNormal );
	#ifdef USE_TANGENT
		vTangent = normalize( transformedTangent );
		vBitangent = normalize( cross( vNormal, vTangent ) * tangent.w );
		#ifdef FLIP_SIDED
			vBitangent = - vBitangent;
		#endif
	#endif
#endif`,nR=`#ifdef USE_NORMALMAP
	uniform sampler2D normalMap;
	uniform vec2 normalScale;
#endif
#ifdef USE_NORMALMAP_OBJECTSPACE
	uniform mat3 normalMatrix;
#endif
#if ! defined ( USE_TANGENT ) && ( defined ( USE_NORMALMAP_TANGENTSPACE ) || defined ( USE_CLEARCOAT_NORMALMAP ) || defined( USE_ANISOTROPY ) )
	mat3 getTangentFrame( vec3 eye_pos, vec3 surf_norm, vec2 uv ) {
		vec3 q0 = dFdx( eye_pos.xyz );
		vec3 q1 = dFdy( eye_pos.xyz );
		vec2 st0 = dFdx( uv.st );
		vec2 st1 = dFdy( uv.st );
		vec3 N = surf_norm;
		vec3 q1perp = cross( q1, N );
		vec3 q0perp = cross( N, q0 );
		vec3 T = q1perp * st0.x + q0perp * st1.x;
		vec3 B = q1perp * st0.y + q0perp * st1.y;
		float det = max( dot( T, T ), dot( B, B ) );
		float scale = ( det == 0.0 ) ? 0.0 : inversesqrt( det );
		return mat3( T * scale, B * scale, N );
	}
#endif`,iR=`#ifdef USE_CLEARCOAT
	vec3 clearcoatNormal = nonPerturbedNormal;
#endif`,rR=`#ifdef USE_CLEARCOAT_NORMALMAP
	vec3 clearcoatMapN = texture2D( clearcoatNormalMap, vClearcoatNormalMapUv ).xyz * 2.0 - 1.0;
	clearcoatMapN.xy *= clearcoatNormalScale;
	clearcoatNormal = normalize( tbn2 * clearcoatMapN );
#endif`,sR=`#ifdef USE_CLEARCOATMAP
	uniform sampler2D clearcoatMap;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform sampler2D clearcoatNormalMap;
	uniform vec2 clearcoatNormalScale;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform sampler2D clearcoatRoughnessMap;
#endif`,oR=`#ifdef USE_IRIDESCENCEMAP
	uniform sampler2D iridescenceMap;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform sampler2D iridescenceThicknessMap;
#endif`,aR=`#ifdef OPAQUE
diffuseColor.a = 1.0;
#endif
#ifdef USE_TRANSMISSION
diffuseColor.a *= material.transmissionAlpha;
#endif
gl_FragColor = vec4( outgoingLight, diffuseColor.a );`,cR=`vec3 packNormalToRGB( const in vec3 normal ) {
	return normalize( normal ) * 0.5 + 0.5;
}
vec3 unpackRGBToNormal( const in vec3 rgb ) {
	return 2.0 * rgb.xyz - 1.0;
}
const float PackUpscale = 256. / 255.;const float UnpackDownscale = 255. / 256.;const float ShiftRight8 = 1. / 256.;
const float Inv255 = 1. / 255.;
const vec4 PackFactors = vec4( 1.0, 256.0, 256.0 * 256.0, 256.0 * 256.0 * 256.0 );
const vec2 UnpackFactors2 = vec2( UnpackDownscale, 1.0 / PackFactors.g );
const vec3 UnpackFactors3 = vec3( UnpackDownscale / PackFactors.rg, 1.0 / PackFactors.b );
const vec4 UnpackFactors4 = vec4( UnpackDownscale / PackFactors.rgb, 1.0 / PackFactors.a );
vec4 packDepthToRGBA( const in float v ) {
	if( v <= 0.0 )
		return vec4( 0., 0., 0., 0. );
	if( v >= 1.0 )
		return vec4( 1., 1., 1., 1. );
	float vuf;
	float af = modf( v * PackFactors.a, vuf );
	float bf = modf( vuf * ShiftRight8, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec4( vuf * Inv255, gf * PackUpscale, bf * PackUpscale, af );
}
vec3 packDepthToRGB( const in float v ) {
	if( v <= 0.0 )
		return vec3( 0., 0., 0. );
	if( v >= 1.0 )
		return vec3( 1., 1., 1. );
	float vuf;
	float bf = modf( v * PackFactors.b, vuf );
	float gf = modf( vuf * ShiftRight8, vuf );
	return vec3( vuf * Inv255, gf * PackUpscale, bf );
}
vec2 packDepthToRG( const in float v ) {
	if( v <= 0.0 )
		return vec2( 0., 0. );
	if( v >= 1.0 )
		return vec2( 1., 1. );
	float vuf;
	float gf = modf( v * 256., vuf );
	return vec2( vuf * Inv255, gf );
}
float unpackRGBAToDepth( const in vec4 v ) {
	return dot( v, UnpackFactors4 );
}
float unpackRGBToDepth( const in vec3 v ) {
	return dot( v, UnpackFactors3 );
}
float unpackRGToDepth( const in vec2 v ) {
	return v.r * UnpackFactors2.r + v.g * UnpackFactors2.g;
}
vec4 pack2HalfToRGBA( const in vec2 v ) {
	vec4 r = vec4( v.x, fract( v.x * 255.0 ), v.y, fract( v.y * 255.0 ) );
	return vec4( r.x - r.y / 255.0, r.y, r.z - r.w / 255.0, r.w );
}
vec2 unpackRGBATo2Half( const in vec4 v ) {
	return vec2( v.x + ( v.y / 255.0 ), v.z + ( v.w / 255.0 ) );
}
float viewZToOrthographicDepth( const in float viewZ, const in float near, const in float far ) {
	return ( viewZ + near ) / ( near - far );
}
float orthographicDepthToViewZ( const in float depth, const in float near, const in float far ) {
	#ifdef USE_REVERSED_DEPTH_BUFFER
	
		return depth * ( far - near ) - far;
	#else
		return depth * ( near - far ) - near;
	#endif
}
float viewZToPerspectiveDepth( const in float viewZ, const in float near, const in float far ) {
	return ( ( near + viewZ ) * far ) / ( ( far - near ) * viewZ );
}
float perspectiveDepthToViewZ( const in float depth, const in float near, const in float far ) {
	
	#ifdef USE_REVERSED_DEPTH_BUFFER
		return ( near * far ) / ( ( near - far ) * depth - near );
	#else
		return ( near * far ) / ( ( far - near ) * depth - far );
	#endif
}`,lR=`#ifdef PREMULTIPLIED_ALPHA
	gl_FragColor.rgb *= gl_FragColor.a;
#endif`,uR=`vec4 mvPosition = vec4( transformed, 1.0 );
#ifdef USE_BATCHING
	mvPosition = batchingMatrix * mvPosition;
#endif
#ifdef USE_INSTANCING
	mvPosition = instanceMatrix * mvPosition;
#endif
mvPosition = modelViewMatrix * mvPosition;
gl_Position = projectionMatrix * mvPosition;`,fR=`#ifdef DITHERING
	gl_FragColor.rgb = dithering( gl_FragColor.rgb );
#endif`,hR=`#ifdef DITHERING
	vec3 dithering( vec3 color ) {
		float grid_position = rand( gl_FragCoord.xy );
		vec3 dither_shift_RGB = vec3( 0.25 / 255.0, -0.25 / 255.0, 0.25 / 255.0 );
		dither_shift_RGB = mix( 2.0 * dither_shift_RGB, -2.0 * dither_shift_RGB, grid_position );
		return color + dither_shift_RGB;
	}
#endif`,dR=`float roughnessFactor = roughness;
#ifdef USE_ROUGHNESSMAP
	vec4 texelRoughness = texture2D( roughnessMap, vRoughnessMapUv );
	roughnessFactor *= texelRoughness.g;
#endif`,pR=`#ifdef USE_ROUGHNESSMAP
	uniform sampler2D roughnessMap;
#endif`,mR=`#if NUM_SPOT_LIGHT_COORDS > 0
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#if NUM_SPOT_LIGHT_MAPS > 0
	uniform sampler2D spotLightMap[ NUM_SPOT_LIGHT_MAPS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		#define SUN_LIGHT_CASCADES 2
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#else
			uniform sampler2D sunShadowMap[ NUM_SUN_LIGHT_SHADOWS ];
		#endif
		uniform mat4 sunShadowMatrix[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		uniform vec4 sunShadowCascade[ NUM_SUN_LIGHT_SHADOWS * SUN_LIGHT_CASCADES ];
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
		struct SunLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SunLightShadow sunLightShadows[ NUM_SUN_LIGHT_SHADOWS ];
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#else
			uniform sampler2D directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
		#endif
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform sampler2DShadow spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#else
			uniform sampler2D spotShadowMap[ NUM_SPOT_LIGHT_SHADOWS ];
		#endif
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#if defined( SHADOWMAP_TYPE_PCF )
			uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#elif defined( SHADOWMAP_TYPE_BASIC )
			uniform samplerCube pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
		#endif
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float interleavedGradientNoise( vec2 position ) {
			return fract( 52.9829189 * fract( dot( position, vec2( 0.06711056, 0.00583715 ) ) ) );
		}
		vec2 vogelDiskSample( int sampleIndex, int samplesCount, float phi ) {
			const float goldenAngle = 2.399963229728653;
			float r = sqrt( ( float( sampleIndex ) + 0.5 ) / float( samplesCount ) );
			float theta = float( sampleIndex ) * goldenAngle + phi;
			return vec2( cos( theta ), sin( theta ) ) * r;
		}
	#endif
	#if defined( SHADOWMAP_TYPE_PCF )
		float getShadow( sampler2DShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 texelSize = vec2( 1.0 ) / shadowMapSize;
				vec2 radius = shadowRadius * texelSize;
				float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
				shadow = (
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 0, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 1, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 2, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 3, 5, phi ) * radius, shadowCoord.z ) ) +
					texture( shadowMap, vec3( shadowCoord.xy + vogelDiskSample( 4, 5, phi ) * radius, shadowCoord.z ) )
				) * 0.2;
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#elif defined( SHADOWMAP_TYPE_VSM )
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				vec2 distribution = texture2D( shadowMap, shadowCoord.xy ).rg;
				float mean = distribution.x;
				float variance = distribution.y * distribution.y;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					float hard_shadow = step( mean, shadowCoord.z );
				#else
					float hard_shadow = step( shadowCoord.z, mean );
				#endif
				
				if ( hard_shadow == 1.0 ) {
					shadow = 1.0;
				} else {
					variance = max( variance, 0.0000001 );
					float d = shadowCoord.z - mean;
					float p_max = variance / ( variance + d * d );
					p_max = clamp( ( p_max - 0.3 ) / 0.65, 0.0, 1.0 );
					shadow = max( hard_shadow, p_max );
				}
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#else
		float getShadow( sampler2D shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord ) {
			float shadow = 1.0;
			shadowCoord.xyz /= shadowCoord.w;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				shadowCoord.z -= shadowBias;
			#else
				shadowCoord.z += shadowBias;
			#endif
			bool inFrustum = shadowCoord.x >= 0.0 && shadowCoord.x <= 1.0 && shadowCoord.y >= 0.0 && shadowCoord.y <= 1.0;
			bool frustumTest = inFrustum && shadowCoord.z <= 1.0;
			if ( frustumTest ) {
				float depth = texture2D( shadowMap, shadowCoord.xy ).r;
				#ifdef USE_REVERSED_DEPTH_BUFFER
					shadow = step( depth, shadowCoord.z );
				#else
					shadow = step( shadowCoord.z, depth );
				#endif
			}
			return mix( 1.0, shadow, shadowIntensity );
		}
	#endif
	#if NUM_SUN_LIGHT_SHADOWS > 0
		float getSunShadow(
			#if defined( SHADOWMAP_TYPE_PCF )
				sampler2DShadow shadowMap,
			#else
				sampler2D shadowMap,
			#endif
			SunLightShadow sunLightShadow,
			int shadowIndex
		) {
			vec4 shadowWorldPosition = vec4( vSunShadowWorldPosition.xyz + vSunShadowWorldNormal * sunLightShadow.shadowNormalBias, 1.0 );
			float viewDepth = vSunShadowWorldPosition.w;
			int cascadeOffset = shadowIndex * SUN_LIGHT_CASCADES;
			float shadow = 1.0;
			for ( int i = SUN_LIGHT_CASCADES - 1; i >= 0; i -- ) {
				vec4 cascade = sunShadowCascade[ cascadeOffset + i ];
				if ( viewDepth >= cascade.x && viewDepth < cascade.y ) {
					float cascadeShadow = getShadow(
						shadowMap,
						sunLightShadow.shadowMapSize,
						sunLightShadow.shadowIntensity,
						sunLightShadow.shadowBias,
						sunLightShadow.shadowRadius,
						sunShadowMatrix[ cascadeOffset + i ] * shadowWorldPosition
					);
					shadow = mix( cascadeShadow, shadow, smoothstep( cascade.z, cascade.y, viewDepth ) );
				}
			}
			return shadow;
		}
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
	#if defined( SHADOWMAP_TYPE_PCF )
	float getPointShadow( samplerCubeShadow shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 bd3D = normalize( lightToPosition );
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float lightDistance = length( lightToPosition );
			float depthRange = shadowCameraFar - shadowCameraNear;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				float depthA = - shadowCameraNear / depthRange - shadowBias;
				float depthB = shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#else
				float depthA = shadowCameraFar / depthRange + shadowBias;
				float depthB = - shadowCameraNear * shadowCameraFar / ( depthRange * lightDistance );
			#endif
			float texelSize = shadowRadius / shadowMapSize.x;
			vec3 absDir = abs( bd3D );
			vec3 tangent = absDir.x > absDir.z ? vec3( 0.0, 1.0, 0.0 ) : vec3( 1.0, 0.0, 0.0 );
			tangent = normalize( cross( bd3D, tangent ) );
			vec3 bitangent = cross( bd3D, tangent );
			float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;
			shadow = 0.0;
			for ( int i = 0; i < 5; i ++ ) {
				vec2 offset = vogelDiskSample( i, 5, phi );
				vec3 direction = bd3D + ( tangent * offset.x + bitangent * offset.y ) * texelSize;
				vec3 absDirection = abs( direction );
				float dp = depthA + depthB / max( max( absDirection.x, absDirection.y ), absDirection.z );
				shadow += texture( shadowMap, vec4( direction, dp ) );
			}
			shadow *= 0.2;
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#elif defined( SHADOWMAP_TYPE_BASIC )
	float getPointShadow( samplerCube shadowMap, vec2 shadowMapSize, float shadowIntensity, float shadowBias, float shadowRadius, vec4 shadowCoord, float shadowCameraNear, float shadowCameraFar ) {
		float shadow = 1.0;
		vec3 lightToPosition = shadowCoord.xyz;
		vec3 absVec = abs( lightToPosition );
		float viewSpaceZ = max( max( absVec.x, absVec.y ), absVec.z );
		if ( viewSpaceZ - shadowCameraFar <= 0.0 && viewSpaceZ - shadowCameraNear >= 0.0 ) {
			float dp = ( shadowCameraFar * ( viewSpaceZ - shadowCameraNear ) ) / ( viewSpaceZ * ( shadowCameraFar - shadowCameraNear ) );
			dp += shadowBias;
			vec3 bd3D = normalize( lightToPosition );
			float depth = textureCube( shadowMap, bd3D ).r;
			#ifdef USE_REVERSED_DEPTH_BUFFER
				depth = 1.0 - depth;
			#endif
			shadow = step( dp, depth );
		}
		return mix( 1.0, shadow, shadowIntensity );
	}
	#endif
	#endif
#endif`,gR=`#if NUM_SPOT_LIGHT_COORDS > 0
	uniform mat4 spotLightMatrix[ NUM_SPOT_LIGHT_COORDS ];
	varying vec4 vSpotLightCoord[ NUM_SPOT_LIGHT_COORDS ];
#endif
#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
		varying vec4 vSunShadowWorldPosition;
		varying vec3 vSunShadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		uniform mat4 directionalShadowMatrix[ NUM_DIR_LIGHT_SHADOWS ];
		varying vec4 vDirectionalShadowCoord[ NUM_DIR_LIGHT_SHADOWS ];
		struct DirectionalLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform DirectionalLightShadow directionalLightShadows[ NUM_DIR_LIGHT_SHADOWS ];
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
		struct SpotLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
		};
		uniform SpotLightShadow spotLightShadows[ NUM_SPOT_LIGHT_SHADOWS ];
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		uniform mat4 pointShadowMatrix[ NUM_POINT_LIGHT_SHADOWS ];
		varying vec4 vPointShadowCoord[ NUM_POINT_LIGHT_SHADOWS ];
		struct PointLightShadow {
			float shadowIntensity;
			float shadowBias;
			float shadowNormalBias;
			float shadowRadius;
			vec2 shadowMapSize;
			float shadowCameraNear;
			float shadowCameraFar;
		};
		uniform PointLightShadow pointLightShadows[ NUM_POINT_LIGHT_SHADOWS ];
	#endif
#endif`,_R=`#if ( defined( USE_SHADOWMAP ) && ( NUM_DIR_LIGHT_SHADOWS > 0 || NUM_SUN_LIGHT_SHADOWS > 0 || NUM_POINT_LIGHT_SHADOWS > 0 ) ) || ( NUM_SPOT_LIGHT_COORDS > 0 )
	#ifdef HAS_NORMAL
		vec3 shadowWorldNormal = transformNormalByInverseViewMatrix( transformedNormal, viewMatrix );
	#else
		vec3 shadowWorldNormal = vec3( 0.0 );
	#endif
	vec4 shadowWorldPosition;
#endif
#if defined( USE_SHADOWMAP )
	#if NUM_SUN_LIGHT_SHADOWS > 0
		vSunShadowWorldPosition = vec4( worldPosition.xyz, - mvPosition.z );
		vSunShadowWorldNormal = shadowWorldNormal;
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * directionalLightShadows[ i ].shadowNormalBias, 0 );
			vDirectionalShadowCoord[ i ] = directionalShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0
		#pragma unroll_loop_start
		for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
			shadowWorldPosition = worldPosition + vec4( shadowWorldNormal * pointLightShadows[ i ].shadowNormalBias, 0 );
			vPointShadowCoord[ i ] = pointShadowMatrix[ i ] * shadowWorldPosition;
		}
		#pragma unroll_loop_end
	#endif
#endif
#if NUM_SPOT_LIGHT_COORDS > 0
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_COORDS; i ++ ) {
		shadowWorldPosition = worldPosition;
		#if ( defined( USE_SHADOWMAP ) && UNROLLED_LOOP_INDEX < NUM_SPOT_LIGHT_SHADOWS )
			shadowWorldPosition.xyz += shadowWorldNormal * spotLightShadows[ i ].shadowNormalBias;
		#endif
		vSpotLightCoord[ i ] = spotLightMatrix[ i ] * shadowWorldPosition;
	}
	#pragma unroll_loop_end
#endif`,yR=`float getShadowMask() {
	float shadow = 1.0;
	#ifdef USE_SHADOWMAP
	#if NUM_SUN_LIGHT_SHADOWS > 0
	SunLightShadow sunLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SUN_LIGHT_SHADOWS; i ++ ) {
		sunLight = sunLightShadows[ i ];
		shadow *= receiveShadow ? getSunShadow( sunShadowMap[ i ], sunLight, UNROLLED_LOOP_INDEX ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_DIR_LIGHT_SHADOWS > 0
	DirectionalLightShadow directionalLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_DIR_LIGHT_SHADOWS; i ++ ) {
		directionalLight = directionalLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( directionalShadowMap[ i ], directionalLight.shadowMapSize, directionalLight.shadowIntensity, directionalLight.shadowBias, directionalLight.shadowRadius, vDirectionalShadowCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_SPOT_LIGHT_SHADOWS > 0
	SpotLightShadow spotLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_SPOT_LIGHT_SHADOWS; i ++ ) {
		spotLight = spotLightShadows[ i ];
		shadow *= receiveShadow ? getShadow( spotShadowMap[ i ], spotLight.shadowMapSize, spotLight.shadowIntensity, spotLight.shadowBias, spotLight.shadowRadius, vSpotLightCoord[ i ] ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#if NUM_POINT_LIGHT_SHADOWS > 0 && ( defined( SHADOWMAP_TYPE_PCF ) || defined( SHADOWMAP_TYPE_BASIC ) )
	PointLightShadow pointLight;
	#pragma unroll_loop_start
	for ( int i = 0; i < NUM_POINT_LIGHT_SHADOWS; i ++ ) {
		pointLight = pointLightShadows[ i ];
		shadow *= receiveShadow ? getPointShadow( pointShadowMap[ i ], pointLight.shadowMapSize, pointLight.shadowIntensity, pointLight.shadowBias, pointLight.shadowRadius, vPointShadowCoord[ i ], pointLight.shadowCameraNear, pointLight.shadowCameraFar ) : 1.0;
	}
	#pragma unroll_loop_end
	#endif
	#endif
	return shadow;
}`,xR=`#ifdef USE_SKINNING
	mat4 boneMatX = getBoneMatrix( skinIndex.x );
	mat4 boneMatY = getBoneMatrix( skinIndex.y );
	mat4 boneMatZ = getBoneMatrix( skinIndex.z );
	mat4 boneMatW = getBoneMatrix( skinIndex.w );
#endif`,vR=`#ifdef USE_SKINNING
	uniform mat4 bindMatrix;
	uniform mat4 bindMatrixInverse;
	uniform highp sampler2D boneTexture;
	mat4 getBoneMatrix( const in float i ) {
		int size = textureSize( boneTexture, 0 ).x;
		int j = int( i ) * 4;
		int x = j % size;
		int y = j / size;
		vec4 v1 = texelFetch( boneTexture, ivec2( x, y ), 0 );
		vec4 v2 = texelFetch( boneTexture, ivec2( x + 1, y ), 0 );
		vec4 v3 = texelFetch( boneTexture, ivec2( x + 2, y ), 0 );
		vec4 v4 = texelFetch( boneTexture, ivec2( x + 3, y ), 0 );
		return mat4( v1, v2, v3, v4 );
	}
#endif`,bR=`#ifdef USE_SKINNING
	vec4 skinVertex = bindMatrix * vec4( transformed, 1.0 );
	vec4 skinned = vec4( 0.0 );
	skinned += boneMatX * skinVertex * skinWeight.x;
	skinned += boneMatY * skinVertex * skinWeight.y;
	skinned += boneMatZ * skinVertex * skinWeight.z;
	skinned += boneMatW * skinVertex * skinWeight.w;
	transformed = ( bindMatrixInverse * skinned ).xyz;
#endif`,SR=`#ifdef USE_SKINNING
	mat4 skinMatrix = mat4( 0.0 );
	skinMatrix += skinWeight.x * boneMatX;
	skinMatrix += skinWeight.y * boneMatY;
	skinMatrix += skinWeight.z * boneMatZ;
	skinMatrix += skinWeight.w * boneMatW;
	skinMatrix = bindMatrixInverse * skinMatrix * bindMatrix;
	objectNormal = vec4( skinMatrix * vec4( objectNormal, 0.0 ) ).xyz;
	#ifdef USE_TANGENT
		objectTangent = vec4( skinMatrix * vec4( objectTangent, 0.0 ) ).xyz;
	#endif
#endif`,MR=`float specularStrength;
#ifdef USE_SPECULARMAP
	vec4 texelSpecular = texture2D( specularMap, vSpecularMapUv );
	specularStrength = texelSpecular.r;
#else
	specularStrength = 1.0;
#endif`,wR=`#ifdef USE_SPECULARMAP
	uniform sampler2D specularMap;
#endif`,TR=`#if defined( TONE_MAPPING )
	gl_FragColor.rgb = toneMapping( gl_FragColor.rgb );
#endif`,ER=`#ifndef saturate
#define saturate( a ) clamp( a, 0.0, 1.0 )
#endif
uniform float toneMappingExposure;
vec3 LinearToneMapping( vec3 color ) {
	return saturate( toneMappingExposure * color );
}
vec3 ReinhardToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	return saturate( color / ( vec3( 1.0 ) + color ) );
}
vec3 CineonToneMapping( vec3 color ) {
	color *= toneMappingExposure;
	color = max( vec3( 0.0 ), color - 0.004 );
	return pow( ( color * ( 6.2 * color + 0.5 ) ) / ( color * ( 6.2 * color + 1.7 ) + 0.06 ), vec3( 2.2 ) );
}
vec3 RRTAndODTFit( vec3 v ) {
	vec3 a = v * ( v + 0.0245786 ) - 0.000090537;
	vec3 b = v * ( 0.983729 * v + 0.4329510 ) + 0.238081;
	return a / b;
}
vec3 ACESFilmicToneMapping( vec3 color ) {
	const mat3 ACESInputMat = mat3(
		vec3( 0.59719, 0.07600, 0.02840 ),		vec3( 0.35458, 0.90834, 0.13383 ),
		vec3( 0.04823, 0.01566, 0.83777 )
	);
	const mat3 ACESOutputMat = mat3(
		vec3(  1.60475, -0.10208, -0.00327 ),		vec3( -0.53108,  1.10813, -0.07276 ),
		vec3( -0.07367, -0.00605,  1.07602 )
	);
	color *= toneMappingExposure / 0.6;
	color = ACESInputMat * color;
	color = RRTAndODTFit( color );
	color = ACESOutputMat * color;
	return saturate( color );
}
const mat3 LINEAR_REC2020_TO_LINEAR_SRGB = mat3(
	vec3( 1.6605, - 0.1246, - 0.0182 ),
	vec3( - 0.5876, 1.1329, - 0.1006 ),
	vec3( - 0.0728, - 0.0083, 1.1187 )
);
const mat3 LINEAR_SRGB_TO_LINEAR_REC2020 = mat3(
	vec3( 0.6274, 0.0691, 0.0164 ),
	vec3( 0.3293, 0.9195, 0.0880 ),
	vec3( 0.0433, 0.0113, 0.8956 )
);
vec3 agxDefaultContrastApprox( vec3 x ) {
	vec3 x2 = x * x;
	vec3 x4 = x2 * x2;
	return + 15.5 * x4 * x2
		- 40.14 * x4 * x
		+ 31.96 * x4
		- 6.868 * x2 * x
		+ 0.4298 * x2
		+ 0.1191 * x
		- 0.00232;
}
vec3 AgXToneMapping( vec3 color ) {
	const mat3 AgXInsetMatrix = mat3(
		vec3( 0.856627153315983, 0.137318972929847, 0.11189821299995 ),
		vec3( 0.0951212405381588, 0.761241990602591, 0.0767994186031903 ),
		vec3( 0.0482516061458583, 0.101439036467562, 0.811302368396859 )
	);
	const mat3 AgXOutsetMatrix = mat3(
		vec3( 1.1271005818144368, - 0.1413297634984383, - 0.14132976349843826 ),
		vec3( - 0.11060664309660323, 1.157823702216272, - 0.11060664309660294 ),
		vec3( - 0.016493938717834573, - 0.016493938717834257, 1.2519364065950405 )
	);
	const float AgxMinEv = - 12.47393;	const float AgxMaxEv = 4.026069;
	color *= toneMappingExposure;
	color = LINEAR_SRGB_TO_LINEAR_REC2020 * color;
	color = AgXInsetMatrix * color;
	color = max( color, 1e-10 );	color = log2( color );
	color = ( color - AgxMinEv ) / ( AgxMaxEv - AgxMinEv );
	color = clamp( color, 0.0, 1.0 );
	color = agxDefaultContrastApprox( color );
	color = AgXOutsetMatrix * color;
	color = pow( max( vec3( 0.0 ), color ), vec3( 2.2 ) );
	color = LINEAR_REC2020_TO_LINEAR_SRGB * color;
	color = clamp( color, 0.0, 1.0 );
	return color;
}
vec3 NeutralToneMapping( vec3 color ) {
	const float StartCompression = 0.8 - 0.04;
	const float Desaturation = 0.15;
	color *= toneMappingExposure;
	float x = min( color.r, min( color.g, color.b ) );
	float offset = x < 0.08 ? x - 6.25 * x * x : 0.04;
	color -= offset;
	float peak = max( color.r, max( color.g, color.b ) );
	if ( peak < StartCompression ) return color;
	float d = 1. - StartCompression;
	float newPeak = 1. - d * d / ( peak + d - StartCompression );
	color *= newPeak / peak;
	float g = 1. - 1. / ( Desaturation * ( peak - newPeak ) + 1. );
	return mix( color, vec3( newPeak ), g );
}
vec3 CustomToneMapping( vec3 color ) { return color; }`,AR=`#ifdef USE_TRANSMISSION
	material.transmission = transmission;
	material.transmissionAlpha = 1.0;
	material.thickness = thickness;
	material.attenuationDistance = attenuationDistance;
	material.attenuationColor = attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		material.transmission *= texture2D( transmissionMap, vTransmissionMapUv ).r;
	#endif
	#ifdef USE_THICKNESSMAP
		material.thickness *= texture2D( thicknessMap, vThicknessMapUv ).g;
	#endif
	vec3 pos = vWorldPosition;
	vec3 v = normalize( cameraPosition - pos );
	vec3 n = transformNormalByInverseViewMatrix( normal, viewMatrix );
	vec4 transmitted = getIBLVolumeRefraction(
		n, v, material.roughness, material.diffuseContribution, material.specularColorBlended, material.specularF90,
		pos, modelMatrix, viewMatrix, projectionMatrix, material.dispersion, material.ior, material.thickness,
		material.attenuationColor, material.attenuationDistance );
	material.transmissionAlpha = mix( material.transmissionAlpha, transmitted.a, material.transmission );
	totalDiffuse = mix( totalDiffuse, transmitted.rgb, material.transmission );
#endif`,CR=`#ifdef USE_TRANSMISSION
	uniform float transmission;
	uniform float thickness;
	uniform float attenuationDistance;
	uniform vec3 attenuationColor;
	#ifdef USE_TRANSMISSIONMAP
		uniform sampler2D transmissionMap;
	#endif
	#ifdef USE_THICKNESSMAP
		uniform sampler2D thicknessMap;
	#endif
	uniform vec2 transmissionSamplerSize;
	uniform sampler2D transmissionSamplerMap;
	uniform mat4 modelMatrix;
	uniform mat4 projectionMatrix;
	varying vec3 vWorldPosition;
	float w0( float a ) {
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - a + 3.0 ) - 3.0 ) + 1.0 );
	}
	float w1( float a ) {
		return ( 1.0 / 6.0 ) * ( a *  a * ( 3.0 * a - 6.0 ) + 4.0 );
	}
	float w2( float a ){
		return ( 1.0 / 6.0 ) * ( a * ( a * ( - 3.0 * a + 3.0 ) + 3.0 ) + 1.0 );
	}
	float w3( float a ) {
		return ( 1.0 / 6.0 ) * ( a * a * a );
	}
	float g0( float a ) {
		return w0( a ) + w1( a );
	}
	float g1( float a ) {
		return w2( a ) + w3( a );
	}
	float h0( float a ) {
		return - 1.0 + w1( a ) / ( w0( a ) + w1( a ) );
	}
	float h1( float a ) {
		return 1.0 + w3( a ) / ( w2( a ) + w3( a ) );
	}
	vec4 bicubic( sampler2D tex, vec2 uv, vec4 texelSize, float lod ) {
		uv = uv * texelSize.zw + 0.5;
		vec2 iuv = floor( uv );
		vec2 fuv = fract( uv );
		float g0x = g0( fuv.x );
		float g1x = g1( fuv.x );
		float h0x = h0( fuv.x );
		float h1x = h1( fuv.x );
		float h0y = h0( fuv.y );
		float h1y = h1( fuv.y );
		vec2 p0 = ( vec2( iuv.x + h0x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p1 = ( vec2( iuv.x + h1x, iuv.y + h0y ) - 0.5 ) * texelSize.xy;
		vec2 p2 = ( vec2( iuv.x + h0x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		vec2 p3 = ( vec2( iuv.x + h1x, iuv.y + h1y ) - 0.5 ) * texelSize.xy;
		return g0( fuv.y ) * ( g0x * textureLod( tex, p0, lod ) + g1x * textureLod( tex, p1, lod ) ) +
			g1( fuv.y ) * ( g0x * textureLod( tex, p2, lod ) + g1x * textureLod( tex, p3, lod ) );
	}
	vec4 textureBicubic( sampler2D sampler, vec2 uv, float lod ) {
		vec2 fLodSize = vec2( textureSize( sampler, int( lod ) ) );
		vec2 cLodSize = vec2( textureSize( sampler, int( lod + 1.0 ) ) );
		vec2 fLodSizeInv = 1.0 / fLodSize;
		vec2 cLodSizeInv = 1.0 / cLodSize;
		vec4 fSample = bicubic( sampler, uv, vec4( fLodSizeInv, fLodSize ), floor( lod ) );
		vec4 cSample = bicubic( sampler, uv, vec4( cLodSizeInv, cLodSize ), ceil( lod ) );
		return mix( fSample, cSample, fract( lod ) );
	}
	vec3 getVolumeTransmissionRay( const in vec3 n, const in vec3 v, const in float thickness, const in float ior, const in mat4 modelMatrix ) {
		vec3 refractionVector = refract( - v, normalize( n ), 1.0 / ior );
		vec3 modelScale;
		modelScale.x = length( vec3( modelMatrix[ 0 ].xyz ) );
		modelScale.y = length( vec3( modelMatrix[ 1 ].xyz ) );
		modelScale.z = length( vec3( modelMatrix[ 2 ].xyz ) );
		return normalize( refractionVector ) * thickness * modelScale;
	}
	float applyIorToRoughness( const in float roughness, const in float ior ) {
		return roughness * clamp( ior * 2.0 - 2.0, 0.0, 1.0 );
	}
	vec4 getTransmissionSample( const in vec2 fragCoord, const in float roughness, const in float ior ) {
		float lod = log2( transmissionSamplerSize.x ) * applyIorToRoughness( roughness, ior );
		return textureBicubic( transmissionSamplerMap, fragCoord.xy, lod );
	}
	vec3 volumeAttenuation( const in float transmissionDistance, const in vec3 attenuationColor, const in float attenuationDistance ) {
		if ( isinf( attenuationDistance ) ) {
			return vec3( 1.0 );
		} else {
			vec3 attenuationCoefficient = -log( attenuationColor ) / attenuationDistance;
			vec3 transmittance = exp( - attenuationCoefficient * transmissionDistance );			return transmittance;
		}
	}
	vec4 getIBLVolumeRefraction( const in vec3 n, const in vec3 v, const in float roughness, const in vec3 diffuseColor,
		const in vec3 specularColor, const in float specularF90, const in vec3 position, const in mat4 modelMatrix,
		const in mat4 viewMatrix, const in mat4 projMatrix, const in float dispersion, const in float ior, const in float thickness,
		const in vec3 attenuationColor, const in float attenuationDistance ) {
		vec4 transmittedLight;
		vec3 transmittance;
		#ifdef USE_DISPERSION
			float halfSpread = ( ior - 1.0 ) * 0.025 * dispersion;
			vec3 iors = vec3( ior - halfSpread, ior, ior + halfSpread );
			for ( int i = 0; i < 3; i ++ ) {
				vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, iors[ i ], modelMatrix );
				vec3 refractedRayExit = position + transmissionRay;
				vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
				vec2 refractionCoords = ndcPos.xy / ndcPos.w;
				refractionCoords += 1.0;
				refractionCoords /= 2.0;
				vec4 transmissionSample = getTransmissionSample( refractionCoords, roughness, iors[ i ] );
				transmittedLight[ i ] = transmissionSample[ i ];
				transmittedLight.a += transmissionSample.a;
				transmittance[ i ] = diffuseColor[ i ] * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance )[ i ];
			}
			transmittedLight.a /= 3.0;
		#else
			vec3 transmissionRay = getVolumeTransmissionRay( n, v, thickness, ior, modelMatrix );
			vec3 refractedRayExit = position + transmissionRay;
			vec4 ndcPos = projMatrix * viewMatrix * vec4( refractedRayExit, 1.0 );
			vec2 refractionCoords = ndcPos.xy / ndcPos.w;
			refractionCoords += 1.0;
			refractionCoords /= 2.0;
			transmittedLight = getTransmissionSample( refractionCoords, roughness, ior );
			transmittance = diffuseColor * volumeAttenuation( length( transmissionRay ), attenuationColor, attenuationDistance );
		#endif
		vec3 attenuatedColor = transmittance * transmittedLight.rgb;
		vec3 F = EnvironmentBRDF( n, v, specularColor, specularF90, roughness );
		float transmittanceFactor = ( transmittance.r + transmittance.g + transmittance.b ) / 3.0;
		return vec4( ( 1.0 - F ) * attenuatedColor, 1.0 - ( 1.0 - transmittedLight.a ) * transmittanceFactor );
	}
#endif`,RR=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_SPECULARMAP
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,PR=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	varying vec2 vUv;
#endif
#ifdef USE_MAP
	uniform mat3 mapTransform;
	varying vec2 vMapUv;
#endif
#ifdef USE_ALPHAMAP
	uniform mat3 alphaMapTransform;
	varying vec2 vAlphaMapUv;
#endif
#ifdef USE_LIGHTMAP
	uniform mat3 lightMapTransform;
	varying vec2 vLightMapUv;
#endif
#ifdef USE_AOMAP
	uniform mat3 aoMapTransform;
	varying vec2 vAoMapUv;
#endif
#ifdef USE_BUMPMAP
	uniform mat3 bumpMapTransform;
	varying vec2 vBumpMapUv;
#endif
#ifdef USE_NORMALMAP
	uniform mat3 normalMapTransform;
	varying vec2 vNormalMapUv;
#endif
#ifdef USE_DISPLACEMENTMAP
	uniform mat3 displacementMapTransform;
	varying vec2 vDisplacementMapUv;
#endif
#ifdef USE_EMISSIVEMAP
	uniform mat3 emissiveMapTransform;
	varying vec2 vEmissiveMapUv;
#endif
#ifdef USE_METALNESSMAP
	uniform mat3 metalnessMapTransform;
	varying vec2 vMetalnessMapUv;
#endif
#ifdef USE_ROUGHNESSMAP
	uniform mat3 roughnessMapTransform;
	varying vec2 vRoughnessMapUv;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	uniform mat3 diffuseRoughnessMapTransform;
	varying vec2 vDiffuseRoughnessMapUv;
#endif
#ifdef USE_ANISOTROPYMAP
	uniform mat3 anisotropyMapTransform;
	varying vec2 vAnisotropyMapUv;
#endif
#ifdef USE_CLEARCOATMAP
	uniform mat3 clearcoatMapTransform;
	varying vec2 vClearcoatMapUv;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	uniform mat3 clearcoatNormalMapTransform;
	varying vec2 vClearcoatNormalMapUv;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	uniform mat3 clearcoatRoughnessMapTransform;
	varying vec2 vClearcoatRoughnessMapUv;
#endif
#ifdef USE_SHEEN_COLORMAP
	uniform mat3 sheenColorMapTransform;
	varying vec2 vSheenColorMapUv;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	uniform mat3 sheenRoughnessMapTransform;
	varying vec2 vSheenRoughnessMapUv;
#endif
#ifdef USE_IRIDESCENCEMAP
	uniform mat3 iridescenceMapTransform;
	varying vec2 vIridescenceMapUv;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	uniform mat3 iridescenceThicknessMapTransform;
	varying vec2 vIridescenceThicknessMapUv;
#endif
#ifdef USE_SPECULARMAP
	uniform mat3 specularMapTransform;
	varying vec2 vSpecularMapUv;
#endif
#ifdef USE_SPECULAR_COLORMAP
	uniform mat3 specularColorMapTransform;
	varying vec2 vSpecularColorMapUv;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	uniform mat3 specularIntensityMapTransform;
	varying vec2 vSpecularIntensityMapUv;
#endif
#ifdef USE_TRANSMISSIONMAP
	uniform mat3 transmissionMapTransform;
	varying vec2 vTransmissionMapUv;
#endif
#ifdef USE_THICKNESSMAP
	uniform mat3 thicknessMapTransform;
	varying vec2 vThicknessMapUv;
#endif`,IR=`#if defined( USE_UV ) || defined( USE_ANISOTROPY )
	vUv = vec3( uv, 1 ).xy;
#endif
#ifdef USE_MAP
	vMapUv = ( mapTransform * vec3( MAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ALPHAMAP
	vAlphaMapUv = ( alphaMapTransform * vec3( ALPHAMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_LIGHTMAP
	vLightMapUv = ( lightMapTransform * vec3( LIGHTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_AOMAP
	vAoMapUv = ( aoMapTransform * vec3( AOMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_BUMPMAP
	vBumpMapUv = ( bumpMapTransform * vec3( BUMPMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_NORMALMAP
	vNormalMapUv = ( normalMapTransform * vec3( NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DISPLACEMENTMAP
	vDisplacementMapUv = ( displacementMapTransform * vec3( DISPLACEMENTMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_EMISSIVEMAP
	vEmissiveMapUv = ( emissiveMapTransform * vec3( EMISSIVEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_METALNESSMAP
	vMetalnessMapUv = ( metalnessMapTransform * vec3( METALNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ROUGHNESSMAP
	vRoughnessMapUv = ( roughnessMapTransform * vec3( ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_DIFFUSE_ROUGHNESSMAP
	vDiffuseRoughnessMapUv = ( diffuseRoughnessMapTransform * vec3( DIFFUSE_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_ANISOTROPYMAP
	vAnisotropyMapUv = ( anisotropyMapTransform * vec3( ANISOTROPYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOATMAP
	vClearcoatMapUv = ( clearcoatMapTransform * vec3( CLEARCOATMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_NORMALMAP
	vClearcoatNormalMapUv = ( clearcoatNormalMapTransform * vec3( CLEARCOAT_NORMALMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_CLEARCOAT_ROUGHNESSMAP
	vClearcoatRoughnessMapUv = ( clearcoatRoughnessMapTransform * vec3( CLEARCOAT_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCEMAP
	vIridescenceMapUv = ( iridescenceMapTransform * vec3( IRIDESCENCEMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_IRIDESCENCE_THICKNESSMAP
	vIridescenceThicknessMapUv = ( iridescenceThicknessMapTransform * vec3( IRIDESCENCE_THICKNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_COLORMAP
	vSheenColorMapUv = ( sheenColorMapTransform * vec3( SHEEN_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SHEEN_ROUGHNESSMAP
	vSheenRoughnessMapUv = ( sheenRoughnessMapTransform * vec3( SHEEN_ROUGHNESSMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULARMAP
	vSpecularMapUv = ( specularMapTransform * vec3( SPECULARMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_COLORMAP
	vSpecularColorMapUv = ( specularColorMapTransform * vec3( SPECULAR_COLORMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_SPECULAR_INTENSITYMAP
	vSpecularIntensityMapUv = ( specularIntensityMapTransform * vec3( SPECULAR_INTENSITYMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_TRANSMISSIONMAP
	vTransmissionMapUv = ( transmissionMapTransform * vec3( TRANSMISSIONMAP_UV, 1 ) ).xy;
#endif
#ifdef USE_THICKNESSMAP
	vThicknessMapUv = ( thicknessMapTransform * vec3( THICKNESSMAP_UV, 1 ) ).xy;
#endif`,LR=`#if defined( USE_ENVMAP ) || defined( DISTANCE ) || defined ( USE_SHADOWMAP ) || defined ( USE_TRANSMISSION ) || NUM_SPOT_LIGHT_COORDS > 0
	vec4 worldPosition = vec4( transformed, 1.0 );
	#ifdef USE_BATCHING
		worldPosition = batchingMatrix * worldPosition;
	#endif
	#ifdef USE_INSTANCING
		worldPosition = instanceMatrix * worldPosition;
	#endif
	worldPosition = modelMatrix * worldPosition;
#endif`,DR=`varying vec2 vUv;
uniform mat3 uvTransform;
void main() {
	vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	gl_Position = vec4( position.xy, 1.0, 1.0 );
}`,NR=`uniform sampler2D t2D;
uniform float backgroundIntensity;
varying vec2 vUv;
void main() {
	vec4 texColor = texture2D( t2D, vUv );
	#ifdef DECODE_VIDEO_TEXTURE
		texColor = vec4( mix( pow( texColor.rgb * 0.9478672986 + vec3( 0.0521327014 ), vec3( 2.4 ) ), texColor.rgb * 0.0773993808, vec3( lessThanEqual( texColor.rgb, vec3( 0.04045 ) ) ) ), texColor.w );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,UR=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,FR=`uniform float backgroundBlurriness;
uniform float backgroundIntensity;
uniform mat3 backgroundRotation;
varying vec3 vWorldDirection;
#include <envmap_common_pars_fragment>
void main() {
	#ifdef ENVMAP_TYPE_PMREM
		vec4 texColor = textureLod( envMap, backgroundRotation * vWorldDirection, roughnessToMip( backgroundBlurriness ) );
	#else
		vec4 texColor = textureCube( envMap, backgroundRotation * vWorldDirection );
	#endif
	texColor.rgb *= backgroundIntensity;
	gl_FragColor = texColor;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,OR=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
	gl_Position.z = gl_Position.w;
}`,BR=`uniform samplerCube tCube;
uniform float tFlip;
uniform float opacity;
varying vec3 vWorldDirection;
void main() {
	vec4 texColor = textureCube( tCube, vec3( tFlip * vWorldDirection.x, vWorldDirection.yz ) );
	gl_FragColor = texColor;
	gl_FragColor.a *= opacity;
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,kR=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
varying vec2 vHighPrecisionZW;
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vHighPrecisionZW = gl_Position.zw;
}`,zR=`#if DEPTH_PACKING == 3200
	uniform float opacity;
#endif
#include <common>
#include <packing>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
varying vec2 vHighPrecisionZW;
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#if DEPTH_PACKING == 3200
		diffuseColor.a = opacity;
	#endif
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <logdepthbuf_fragment>
	#ifdef USE_REVERSED_DEPTH_BUFFER
		float fragCoordZ = vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ];
	#else
		float fragCoordZ = 0.5 * vHighPrecisionZW[ 0 ] / vHighPrecisionZW[ 1 ] + 0.5;
	#endif
	#if DEPTH_PACKING == 3200
		gl_FragColor = vec4( vec3( 1.0 - fragCoordZ ), opacity );
	#elif DEPTH_PACKING == 3201
		gl_FragColor = packDepthToRGBA( fragCoordZ );
	#elif DEPTH_PACKING == 3202
		gl_FragColor = vec4( packDepthToRGB( fragCoordZ ), 1.0 );
	#elif DEPTH_PACKING == 3203
		gl_FragColor = vec4( packDepthToRG( fragCoordZ ), 0.0, 1.0 );
	#endif
}`,GR=`#define DISTANCE
varying vec3 vWorldPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <skinbase_vertex>
	#include <morphinstance_vertex>
	#ifdef USE_DISPLACEMENTMAP
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <worldpos_vertex>
	#include <clipping_planes_vertex>
	vWorldPosition = worldPosition.xyz;
}`,VR=`#define DISTANCE
uniform vec3 referencePosition;
uniform float nearDistance;
uniform float farDistance;
varying vec3 vWorldPosition;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 1.0 );
	#include <clipping_planes_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	float dist = length( vWorldPosition - referencePosition );
	dist = ( dist - nearDistance ) / ( farDistance - nearDistance );
	dist = saturate( dist );
	gl_FragColor = vec4( dist, 0.0, 0.0, 1.0 );
}`,HR=`varying vec3 vWorldDirection;
#include <common>
void main() {
	vWorldDirection = transformDirection( position, modelMatrix );
	#include <begin_vertex>
	#include <project_vertex>
}`,WR=`uniform sampler2D tEquirect;
varying vec3 vWorldDirection;
#include <common>
void main() {
	vec3 direction = normalize( vWorldDirection );
	vec2 sampleUV = equirectUv( direction );
	gl_FragColor = texture2D( tEquirect, sampleUV );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
}`,XR=`uniform float scale;
attribute float lineDistance;
varying float vLineDistance;
#include <common>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	vLineDistance = scale * lineDistance;
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,$R=`uniform vec3 diffuse;
uniform float opacity;
uniform float dashSize;
uniform float totalSize;
varying float vLineDistance;
#include <common>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	if ( mod( vLineDistance, totalSize ) > dashSize ) {
		discard;
	}
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,YR=`#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#if defined ( USE_ENVMAP ) || defined ( USE_SKINNING )
		#include <beginnormal_vertex>
		#include <morphnormal_vertex>
		#include <skinbase_vertex>
		#include <skinnormal_vertex>
		#include <defaultnormal_vertex>
	#endif
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <fog_vertex>
}`,qR=`uniform vec3 diffuse;
uniform float opacity;
#ifndef FLAT_SHADED
	varying vec3 vNormal;
#endif
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <fog_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	#ifdef USE_LIGHTMAP
		vec4 lightMapTexel = texture2D( lightMap, vLightMapUv );
		reflectedLight.indirectDiffuse += lightMapTexel.rgb * lightMapIntensity * RECIPROCAL_PI;
	#else
		reflectedLight.indirectDiffuse += vec3( 1.0 );
	#endif
	#include <aomap_fragment>
	reflectedLight.indirectDiffuse *= diffuseColor.rgb;
	vec3 outgoingLight = reflectedLight.indirectDiffuse;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,ZR=`#define LAMBERT
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,JR=`#define LAMBERT
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_lambert_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_lambert_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,KR=`#define MATCAP
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <color_pars_vertex>
#include <displacementmap_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
	vViewPosition = - mvPosition.xyz;
}`,jR=`#define MATCAP
uniform vec3 diffuse;
uniform float opacity;
uniform sampler2D matcap;
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	vec3 viewDir = normalize( vViewPosition );
	vec3 x = normalize( vec3( viewDir.z, 0.0, - viewDir.x ) );
	vec3 y = cross( viewDir, x );
	vec2 uv = vec2( dot( x, normal ), dot( y, normal ) ) * 0.495 + 0.5;
	#ifdef USE_MATCAP
		vec4 matcapColor = texture2D( matcap, uv );
	#else
		vec4 matcapColor = vec4( vec3( mix( 0.2, 0.8, uv.y ) ), 1.0 );
	#endif
	vec3 outgoingLight = diffuseColor.rgb * matcapColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,QR=`#define NORMAL
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	vViewPosition = - mvPosition.xyz;
#endif
}`,tP=`#define NORMAL
uniform float opacity;
#if defined( FLAT_SHADED ) || defined( USE_BUMPMAP ) || defined( USE_NORMALMAP_TANGENTSPACE )
	varying vec3 vViewPosition;
#endif
#include <uv_pars_fragment>
#include <normal_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( 0.0, 0.0, 0.0, opacity );
	#include <clipping_planes_fragment>
	#include <logdepthbuf_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	gl_FragColor = vec4( normalize( normal ) * 0.5 + 0.5, diffuseColor.a );
	#ifdef OPAQUE
		gl_FragColor.a = 1.0;
	#endif
}`,eP=`#define PHONG
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <envmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <envmap_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,nP=`#define PHONG
uniform vec3 diffuse;
uniform vec3 emissive;
uniform vec3 specular;
uniform float shininess;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_phong_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <specularmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <specularmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_phong_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + reflectedLight.directSpecular + reflectedLight.indirectSpecular + totalEmissiveRadiance;
	#include <envmap_fragment>
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,iP=`#define STANDARD
varying vec3 vViewPosition;
#ifdef USE_TRANSMISSION
	varying vec3 vWorldPosition;
#endif
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
#ifdef USE_TRANSMISSION
	vWorldPosition = worldPosition.xyz;
#endif
}`,rP=`#define STANDARD
#ifdef PHYSICAL
	#define IOR
	#define USE_SPECULAR
#endif
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float roughness;
uniform float metalness;
uniform float opacity;
#ifdef IOR
	uniform float ior;
#endif
#ifdef USE_SPECULAR
	uniform float specularIntensity;
	uniform vec3 specularColor;
	#ifdef USE_SPECULAR_COLORMAP
		uniform sampler2D specularColorMap;
	#endif
	#ifdef USE_SPECULAR_INTENSITYMAP
		uniform sampler2D specularIntensityMap;
	#endif
#endif
#ifdef USE_CLEARCOAT
	uniform float clearcoat;
	uniform float clearcoatRoughness;
#endif
#ifdef USE_DIFFUSE_ROUGHNESS
	uniform float diffuseRoughness;
	#ifdef USE_DIFFUSE_ROUGHNESSMAP
		uniform sampler2D diffuseRoughnessMap;
	#endif
#endif
#ifdef USE_DISPERSION
	uniform float dispersion;
#endif
#ifdef USE_RETROREFLECTION
	uniform float retroreflectivity;
#endif
#ifdef USE_IRIDESCENCE
	uniform float iridescence;
	uniform float iridescenceIOR;
	uniform float iridescenceThicknessMinimum;
	uniform float iridescenceThicknessMaximum;
#endif
#ifdef USE_SHEEN
	uniform vec3 sheenColor;
	uniform float sheenRoughness;
	#ifdef USE_SHEEN_COLORMAP
		uniform sampler2D sheenColorMap;
	#endif
	#ifdef USE_SHEEN_ROUGHNESSMAP
		uniform sampler2D sheenRoughnessMap;
	#endif
#endif
#ifdef USE_ANISOTROPY
	uniform vec2 anisotropyVector;
	#ifdef USE_ANISOTROPYMAP
		uniform sampler2D anisotropyMap;
	#endif
#endif
varying vec3 vViewPosition;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <iridescence_fragment>
#include <envmap_common_pars_fragment>
#include <envmap_physical_pars_fragment>
#include <fog_pars_fragment>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_physical_pars_fragment>
#include <transmission_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <clearcoat_pars_fragment>
#include <iridescence_pars_fragment>
#include <roughnessmap_pars_fragment>
#include <metalnessmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <roughnessmap_fragment>
	#include <metalnessmap_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <clearcoat_normal_fragment_begin>
	#include <clearcoat_normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_physical_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 totalDiffuse = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse;
	vec3 totalSpecular = reflectedLight.directSpecular + reflectedLight.indirectSpecular;
	#include <transmission_fragment>
	vec3 outgoingLight = totalDiffuse + totalSpecular + totalEmissiveRadiance;
	#ifdef USE_SHEEN
 
		outgoingLight = outgoingLight + sheenSpecularDirect + sheenSpecularIndirect;
 
 	#endif
	#ifdef USE_CLEARCOAT
		float dotNVcc = saturate( dot( geometryClearcoatNormal, geometryViewDir ) );
		vec3 Fcc = F_Schlick( material.clearcoatF0, material.clearcoatF90, dotNVcc );
		outgoingLight = outgoingLight * ( 1.0 - material.clearcoat * Fcc ) + ( clearcoatSpecularDirect + clearcoatSpecularIndirect ) * material.clearcoat;
	#endif
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,sP=`#define TOON
varying vec3 vViewPosition;
#include <common>
#include <batching_pars_vertex>
#include <uv_pars_vertex>
#include <displacementmap_pars_vertex>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <normal_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <shadowmap_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <normal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <displacementmap_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	vViewPosition = - mvPosition.xyz;
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,oP=`#define TOON
uniform vec3 diffuse;
uniform vec3 emissive;
uniform float opacity;
#include <common>
#include <dithering_pars_fragment>
#include <color_pars_fragment>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <aomap_pars_fragment>
#include <lightmap_pars_fragment>
#include <emissivemap_pars_fragment>
#include <gradientmap_pars_fragment>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <normal_pars_fragment>
#include <lights_toon_pars_fragment>
#include <shadowmap_pars_fragment>
#include <bumpmap_pars_fragment>
#include <normalmap_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	ReflectedLight reflectedLight = ReflectedLight( vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ), vec3( 0.0 ) );
	vec3 totalEmissiveRadiance = emissive;
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <color_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	#include <normal_fragment_begin>
	#include <normal_fragment_maps>
	#include <emissivemap_fragment>
	#include <lights_toon_fragment>
	#include <lights_fragment_begin>
	#include <lights_fragment_maps>
	#include <lights_fragment_end>
	#include <aomap_fragment>
	vec3 outgoingLight = reflectedLight.directDiffuse + reflectedLight.indirectDiffuse + totalEmissiveRadiance;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
	#include <dithering_fragment>
}`,aP=`uniform float size;
uniform float scale;
#include <common>
#include <color_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
#ifdef USE_POINTS_UV
	varying vec2 vUv;
	uniform mat3 uvTransform;
#endif
void main() {
	#ifdef USE_POINTS_UV
		vUv = ( uvTransform * vec3( uv, 1 ) ).xy;
	#endif
	#include <color_vertex>
	#include <morphinstance_vertex>
	#include <morphcolor_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <project_vertex>
	gl_PointSize = size;
	#ifdef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) gl_PointSize *= ( scale / - mvPosition.z );
	#endif
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <worldpos_vertex>
	#include <fog_vertex>
}`,cP=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <color_pars_fragment>
#include <map_particle_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_particle_fragment>
	#include <color_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,lP=`#include <common>
#include <batching_pars_vertex>
#include <fog_pars_vertex>
#include <morphtarget_pars_vertex>
#include <skinning_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <shadowmap_pars_vertex>
void main() {
	#include <batching_vertex>
	#include <beginnormal_vertex>
	#include <morphinstance_vertex>
	#include <morphnormal_vertex>
	#include <skinbase_vertex>
	#include <skinnormal_vertex>
	#include <defaultnormal_vertex>
	#include <begin_vertex>
	#include <morphtarget_vertex>
	#include <skinning_vertex>
	#include <project_vertex>
	#include <logdepthbuf_vertex>
	#include <worldpos_vertex>
	#include <shadowmap_vertex>
	#include <fog_vertex>
}`,uP=`uniform vec3 color;
uniform float opacity;
#include <common>
#include <fog_pars_fragment>
#include <bsdfs>
#include <lights_pars_begin>
#include <logdepthbuf_pars_fragment>
#include <shadowmap_pars_fragment>
#include <shadowmask_pars_fragment>
void main() {
	#include <logdepthbuf_fragment>
	gl_FragColor = vec4( color, opacity * ( 1.0 - getShadowMask() ) );
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
	#include <premultiplied_alpha_fragment>
}`,fP=`uniform float rotation;
uniform vec2 center;
#include <common>
#include <uv_pars_vertex>
#include <fog_pars_vertex>
#include <logdepthbuf_pars_vertex>
#include <clipping_planes_pars_vertex>
void main() {
	#include <uv_vertex>
	vec4 mvPosition = modelViewMatrix[ 3 ];
	vec2 scale = vec2( length( modelMatrix[ 0 ].xyz ), length( modelMatrix[ 1 ].xyz ) );
	#ifndef USE_SIZEATTENUATION
		bool isPerspective = isPerspectiveMatrix( projectionMatrix );
		if ( isPerspective ) scale *= - mvPosition.z;
	#endif
	vec2 alignedPosition = ( position.xy - ( center - vec2( 0.5 ) ) ) * scale;
	vec2 rotatedPosition;
	rotatedPosition.x = cos( rotation ) * alignedPosition.x - sin( rotation ) * alignedPosition.y;
	rotatedPosition.y = sin( rotation ) * alignedPosition.x + cos( rotation ) * alignedPosition.y;
	mvPosition.xy += rotatedPosition;
	gl_Position = projectionMatrix * mvPosition;
	#include <logdepthbuf_vertex>
	#include <clipping_planes_vertex>
	#include <fog_vertex>
}`,hP=`uniform vec3 diffuse;
uniform float opacity;
#include <common>
#include <uv_pars_fragment>
#include <map_pars_fragment>
#include <alphamap_pars_fragment>
#include <alphatest_pars_fragment>
#include <alphahash_pars_fragment>
#include <fog_pars_fragment>
#include <logdepthbuf_pars_fragment>
#include <clipping_planes_pars_fragment>
void main() {
	vec4 diffuseColor = vec4( diffuse, opacity );
	#include <clipping_planes_fragment>
	vec3 outgoingLight = vec3( 0.0 );
	#include <logdepthbuf_fragment>
	#include <map_fragment>
	#include <alphamap_fragment>
	#include <alphatest_fragment>
	#include <alphahash_fragment>
	outgoingLight = diffuseColor.rgb;
	#include <opaque_fragment>
	#include <tonemapping_fragment>
	#include <colorspace_fragment>
	#include <fog_fragment>
}`,Jt={alphahash_fragment:N3,alphahash_pars_fragment:U3,alphamap_fragment:F3,alphamap_pars_fragment:O3,alphatest_fragment:B3,alphatest_pars_fragment:k3,aomap_fragment:z3,aomap_pars_fragment:G3,batching_pars_vertex:V3,batching_vertex:H3,begin_vertex:W3,beginnormal_vertex:X3,bsdfs:$3,iridescence_fragment:Y3,bumpmap_pars_fragment:q3,clipping_planes_fragment:Z3,clipping_planes_pars_fragment:J3,clipping_planes_pars_vertex:K3,clipping_planes_vertex:j3,color_fragment:Q3,color_pars_fragment:tC,color_pars_vertex:eC,color_vertex:nC,common:iC,defaultnormal_vertex:rC,displacementmap_pars_vertex:sC,displacementmap_vertex:oC,emissivemap_fragment:aC,emissivemap_pars_fragment:cC,colorspace_fragment:lC,colorspace_pars_fragment:uC,envmap_fragment:fC,envmap_common_pars_fragment:hC,envmap_pars_fragment:dC,envmap_pars_vertex:pC,envmap_physical_pars_fragment:TC,envmap_vertex:mC,fog_vertex:gC,fog_pars_vertex:_C,fog_fragment:yC,fog_pars_fragment:xC,gradientmap_pars_fragment:vC,lightmap_pars_fragment:bC,lights_lambert_fragment:SC,lights_lambert_pars_fragment:MC,lights_pars_begin:wC,lights_toon_fragment:EC,lights_toon_pars_fragment:AC,lights_phong_fragment:CC,lights_phong_pars_fragment:RC,lights_physical_fragment:PC,lights_physical_pars_fragment:IC,lights_fragment_begin:LC,lights_fragment_maps:DC,lights_fragment_end:NC,lightprobes_pars_fragment:UC,logdepthbuf_fragment:FC,logdepthbuf_pars_fragment:OC,logdepthbuf_pars_vertex:BC,logdepthbuf_vertex:kC,map_fragment:zC,map_pars_fragment:GC,map_particle_fragment:VC,map_particle_pars_fragment:HC,metalnessmap_fragment:WC,metalnessmap_pars_fragment:XC,morphinstance_vertex:$C,morphcolor_vertex:YC,morphnormal_vertex:qC,morphtarget_pars_vertex:ZC,morphtarget_vertex:JC,normal_fragment_begin:KC,normal_fragment_maps:jC,normal_pars_fragment:QC,normal_pars_vertex:tR,normal_vertex:eR,normalmap_pars_fragment:nR,clearcoat_normal_fragment_begin:iR,clearcoat_normal_fragment_maps:rR,clearcoat_pars_fragment:sR,iridescence_pars_fragment:oR,opaque_fragment:aR,packing:cR,premultiplied_alpha_fragment:lR,project_vertex:uR,dithering_fragment:fR,dithering_pars_fragment:hR,roughnessmap_fragment:dR,roughnessmap_pars_fragment:pR,shadowmap_pars_fragment:mR,shadowmap_pars_vertex:gR,shadowmap_vertex:_R,shadowmask_pars_fragment:yR,skinbase_vertex:xR,skinning_pars_vertex:vR,skinning_vertex:bR,skinnormal_vertex:SR,specularmap_fragment:MR,specularmap_pars_fragment:wR,tonemapping_fragment:TR,tonemapping_pars_fragment:ER,transmission_fragment:AR,transmission_pars_fragment:CR,uv_pars_fragment:RR,uv_pars_vertex:PR,uv_vertex:IR,worldpos_vertex:LR,background_vert:DR,background_frag:NR,backgroundCube_vert:UR,backgroundCube_frag:FR,cube_vert:OR,cube_frag:BR,depth_vert:kR,depth_frag:zR,distance_vert:GR,distance_frag:VR,equirect_vert:HR,equirect_frag:WR,linedashed_vert:XR,linedashed_frag:$R,meshbasic_vert:YR,meshbasic_frag:qR,meshlambert_vert:ZR,meshlambert_frag:JR,meshmatcap_vert:KR,meshmatcap_frag:jR,meshnormal_vert:QR,meshnormal_frag:tP,meshphong_vert:eP,meshphong_frag:nP,meshphysical_vert:iP,meshphysical_frag:rP,meshtoon_vert:sP,meshtoon_frag:oP,points_vert:aP,points_frag:cP,shadow_vert:lP,shadow_frag:uP,sprite_vert:fP,sprite_frag:hP},wt={common:{diffuse:{value:new ne(16777215)},opacity:{value:1},map:{value:null},mapTransform:{value:new zt},alphaMap:{value:null},alphaMapTransform:{value:new zt},alphaTest:{value:0}},specularmap:{specularMap:{value:null},specularMapTransform:{value:new zt}},envmap:{envMap:{value:null},envMapRotation:{value:new zt},reflectivity:{value:1},ior:{value:1.5},refractionRatio:{value:.98},dfgLUT:{value:null}},aomap:{aoMap:{value:null},aoMapIntensity:{value:1},aoMapTransform:{value:new zt}},lightmap:{lightMap:{value:null},lightMapIntensity:{value:1},lightMapTransform:{value:new zt}},bumpmap:{bumpMap:{value:null},bumpMapTransform:{value:new zt},bumpScale:{value:1}},normalmap:{normalMap:{value:null},normalMapTransform:{value:new zt},normalScale:{value:new Ot(1,1)}},displacementmap:{displacementMap:{value:null},displacementMapTransform:{value:new zt},displacementScale:{value:1},displacementBias:{value:0}},emissivemap:{emissiveMap:{value:null},emissiveMapTransform:{value:new zt}},metalnessmap:{metalnessMap:{value:null},metalnessMapTransform:{value:new zt}},roughnessmap:{roughnessMap:{value:null},roughnessMapTransform:{value:new zt}},gradientmap:{gradientMap:{value:null}},fog:{fogDensity:{value:25e-5},fogNear:{value:1},fogFar:{value:2e3},fogColor:{value:new ne(16777215)}},lights:{ambientLightColor:{value:[]},lightProbe:{value:[]},sunLights:{value:[],properties:{direction:{},color:{}}},sunLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},sunShadowMatrix:{value:[]},sunShadowCascade:{value:[]},directionalLights:{value:[],properties:{direction:{},color:{}}},directionalLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},directionalShadowMatrix:{value:[]},spotLights:{value:[],properties:{color:{},position:{},direction:{},distance:{},coneCos:{},penumbraCos:{},decay:{}}},spotLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{}}},spotLightMap:{value:[]},spotLightMatrix:{value:[]},pointLights:{value:[],properties:{color:{},position:{},decay:{},distance:{}}},pointLightShadows:{value:[],properties:{shadowIntensity:1,shadowBias:{},shadowNormalBias:{},shadowRadius:{},shadowMapSize:{},shadowCameraNear:{},shadowCameraFar:{}}},pointShadowMatrix:{value:[]},hemisphereLights:{value:[],properties:{direction:{},skyColor:{},groundColor:{}}},rectAreaLights:{value:[],properties:{color:{},position:{},width:{},height:{}}},ltc_1:{value:null},ltc_2:{value:null},probesSH:{value:[]},probesMin:{value:[]},probesMax:{value:[]},probesResolution:{value:[]}},points:{diffuse:{value:new ne(16777215)},opacity:{value:1},size:{value:1},scale:{value:1},map:{value:null},alphaMap:{value:null},alphaMapTransform:{value:new zt},alphaTest:{value:0},uvTransform:{value:new zt}},sprite:{diffuse:{value:new ne(16777215)},opacity:{value:1},center:{value:new Ot(.5,.5)},rotation:{value:0},map:{value:null},mapTransform:{value:new zt},alphaMap:{value:null},alphaMapTransform:{value:new zt},alphaTest:{value:0}}},En={basic:{uniforms:gn([wt.common,wt.specularmap,wt.envmap,wt.aomap,wt.lightmap,wt.fog]),vertexShader:Jt.meshbasic_vert,fragmentShader:Jt.meshbasic_frag},lambert:{uniforms:gn([wt.common,wt.specularmap,wt.envmap,wt.aomap,wt.lightmap,wt.emissivemap,wt.bumpmap,wt.normalmap,wt.displacementmap,wt.fog,wt.lights,{emissive:{value:new ne(0)},envMapIntensity:{value:1}}]),vertexShader:Jt.meshlambert_vert,fragmentShader:Jt.meshlambert_frag},phong:{uniforms:gn([wt.common,wt.specularmap,wt.envmap,wt.aomap,wt.lightmap,wt.emissivemap,wt.bumpmap,wt.normalmap,wt.displacementmap,wt.fog,wt.lights,{emissive:{value:new ne(0)},specular:{value:new ne(1118481)},shininess:{value:30},envMapIntensity:{value:1}}]),vertexShader:Jt.meshphong_vert,fragmentShader:Jt.meshphong_frag},standard:{uniforms:gn([wt.common,wt.envmap,wt.aomap,wt.lightmap,wt.emissivemap,wt.bumpmap,wt.normalmap,wt.displacementmap,wt.roughnessmap,wt.metalnessmap,wt.fog,wt.lights,{emissive:{value:new ne(0)},roughness:{value:1},metalness:{value:0},envMapIntensity:{value:1}}]),vertexShader:Jt.meshphysical_vert,fragmentShader:Jt.meshphysical_frag},toon:{uniforms:gn([wt.common,wt.aomap,wt.lightmap,wt.emissivemap,wt.bumpmap,wt.normalmap,wt.displacementmap,wt.gradientmap,wt.fog,wt.lights,{emissive:{value:new ne(0)}}]),vertexShader:Jt.meshtoon_vert,fragmentShader:Jt.meshtoon_frag},matcap:{uniforms:gn([wt.common,wt.bumpmap,wt.normalmap,wt.displacementmap,wt.fog,{matcap:{value:null}}]),vertexShader:Jt.meshmatcap_vert,fragmentShader:Jt.meshmatcap_frag},points:{uniforms:gn([wt.points,wt.fog]),vertexShader:Jt.points_vert,fragmentShader:Jt.points_frag},dashed:{uniforms:gn([wt.common,wt.fog,{scale:{value:1},dashSize:{value:1},totalSize:{value:2}}]),vertexShader:Jt.linedashed_vert,fragmentShader:Jt.linedashed_frag},depth:{uniforms:gn([wt.common,wt.displacementmap]),vertexShader:Jt.depth_vert,fragmentShader:Jt.depth_frag},normal:{uniforms:gn([wt.common,wt.bumpmap,wt.normalmap,wt.displacementmap,{opacity:{value:1}}]),vertexShader:Jt.meshnormal_vert,fragmentShader:Jt.meshnormal_frag},sprite:{uniforms:gn([wt.sprite,wt.fog]),vertexShader:Jt.sprite_vert,fragmentShader:Jt.sprite_frag},background:{uniforms:{uvTransform:{value:new zt},t2D:{value:null},backgroundIntensity:{value:1}},vertexShader:Jt.background_vert,fragmentShader:Jt.background_frag},backgroundCube:{uniforms:{envMap:{value:null},backgroundBlurriness:{value:0},backgroundIntensity:{value:1},backgroundRotation:{value:new zt}},vertexShader:Jt.backgroundCube_vert,fragmentShader:Jt.backgroundCube_frag},cube:{uniforms:{tCube:{value:null},tFlip:{value:-1},opacity:{value:1}},vertexShader:Jt.cube_vert,fragmentShader:Jt.cube_frag},equirect:{uniforms:{tEquirect:{value:null}},vertexShader:Jt.equirect_vert,fragmentShader:Jt.equirect_frag},distance:{uniforms:gn([wt.common,wt.displacementmap,{referencePosition:{value:new G},nearDistance:{value:1},farDistance:{value:1e3}}]),vertexShader:Jt.distance_vert,fragmentShader:Jt.distance_frag},shadow:{uniforms:gn([wt.lights,wt.fog,{color:{value:new ne(0)},opacity:{value:1}}]),vertexShader:Jt.shadow_vert,fragmentShader:Jt.shadow_frag}};En.physical={uniforms:gn([En.standard.uniforms,{clearcoat:{value:0},clearcoatMap:{value:null},clearcoatMapTransform:{value:new zt},clearcoatNormalMap:{value:null},clearcoatNormalMapTransform:{value:new zt},clearcoatNormalScale:{value:new Ot(1,1)},clearcoatRoughness:{value:0},clearcoatRoughnessMap:{value:null},clearcoatRoughnessMapTransform:{value:new zt},diffuseRoughness:{value:0},diffuseRoughnessMap:{value:null},diffuseRoughnessMapTransform:{value:new zt},dispersion:{value:0},retroreflectivity:{value:0},iridescence:{value:0},iridescenceMap:{value:null},iridescenceMapTransform:{value:new zt},iridescenceIOR:{value:1.3},iridescenceThicknessMinimum:{value:100},iridescenceThicknessMaximum:{value:400},iridescenceThicknessMap:{value:null},iridescenceThicknessMapTransform:{value:new zt},sheen:{value:0},sheenColor:{value:new ne(0)},sheenColorMap:{value:null},sheenColorMapTransform:{value:new zt},sheenRoughness:{value:1},sheenRoughnessMap:{value:null},sheenRoughnessMapTransform:{value:new zt},transmission:{value:0},transmissionMap:{value:null},transmissionMapTransform:{value:new zt},transmissionSamplerSize:{value:new Ot},transmissionSamplerMap:{value:null},thickness:{value:0},thicknessMap:{value:null},thicknessMapTransform:{value:new zt},attenuationDistance:{value:0},attenuationColor:{value:new ne(0)},specularColor:{value:new ne(1,1,1)},specularColorMap:{value:null},specularColorMapTransform:{value:new zt},specularIntensity:{value:1},specularIntensityMap:{value:null},specularIntensityMapTransform:{value:new zt},anisotropyVector:{value:new Ot},anisotropyMap:{value:null},anisotropyMapTransform:{value:new zt}}]),vertexShader:Jt.meshphysical_vert,fragmentShader:Jt.meshphysical_frag};var Zf={r:0,b:0,g:0},dP=new we,rb=new zt;rb.set(-1,0,0,0,1,0,0,0,1);function pP(e,t,n,i,r,s){let o=new ne(0),a=r===!0?0:1,c,l,u=null,h=0,f=null;function d(x){let M=x.isScene===!0?x.background:null;if(M&&M.isTexture){let v=x.backgroundBlurriness>0;M=t.get(M,v)}return M}function p(x){let M=!1,v=d(x);v===null?m(o,a):v&&v.isColor&&(m(v,1),M=!0);let T=e.xr.getEnvironmentBlendMode();T==="additive"?n.buffers.color.setClear(0,0,0,1,s):T==="alpha-blend"&&n.buffers.color.setClear(0,0,0,0,s),(e.autoClear||M)&&(n.buffers.depth.setTest(!0),n.buffers.depth.setMask(!0),n.buffers.color.setMask(!0),e.clear(e.autoClearColor,e.autoClearDepth,e.autoClearStencil))}function _(x,M){let v=d(M);v&&v.isCubeTexture?(l===void 0&&(l=new Bn(new na(1,1,1),new kn({name:"BackgroundCubeMaterial",uniforms:js(En.backgroundCube.uniforms),vertexShader:En.backgroundCube.vertexShader,fragmentShader:En.backgroundCube.fragmentShader,side:Tn,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),l.geometry.deleteAttribute("normal"),l.geometry.deleteAttribute("uv"),l.onBeforeRender=function(T,b,y){this.matrixWorld.copyPosition(y.matrixWorld)},Object.defineProperty(l.material,"envMap",{get:function(){return this.uniforms.envMap.value}}),i.update(l)),l.material.uniforms.envMap.value=v,l.material.uniforms.backgroundBlurriness.value=M.backgroundBlurriness,l.material.uniforms.backgroundIntensity.value=M.backgroundIntensity,l.material.uniforms.backgroundRotation.value.setFromMatrix4(dP.makeRotationFromEuler(M.backgroundRotation)).transpose(),v.isRenderTargetTexture===!1&&l.material.uniforms.backgroundRotation.value.premultiply(rb),l.material.toneMapped=jt.getTransfer(v.colorSpace)!==ue,(u!==v||h!==v.version||f!==e.toneMapping)&&(l.material.needsUpdate=!0,u=v,h=v.version,f=e.toneMapping),l.layers.enableAll(),x.unshift(l,l.geometry,l.material,0,0,null)):v&&v.isTexture&&(c===void 0&&(c=new Bn(new Ys(2,2),new kn({name:"BackgroundMaterial",uniforms:js(En.background.uniforms),vertexShader:En.background.vertexShader,fragmentShader:En.background.fragmentShader,side:ps,depthTest:!1,depthWrite:!1,fog:!1,allowOverride:!1})),c.geometry.deleteAttribute("normal"),Object.defineProperty(c.material,"map",{get:function(){return this.uniforms.t2D.value}}),i.update(c)),c.material.uniforms.t2D.value=v,c.material.uniforms.backgroundIntensity.value=M.backgroundIntensity,c.material.toneMapped=jt.getTransfer(v.colorSpace)!==ue,v.matrixAutoUpdate===!0&&v.updateMatrix(),c.material.uniforms.uvTransform.value.copy(v.matrix),(u!==v||h!==v.version||f!==e.toneMapping)&&(c.material.needsUpdate=!0,u=v,h=v.version,f=e.toneMapping),c.layers.enableAll(),x.unshift(c,c.geometry,c.material,0,0,null))}function m(x,M){x.getRGB(Zf,um(e)),n.buffers.color.setClear(Zf.r,Zf.g,Zf.b,M,s)}function g(){l!==void 0&&(l.geometry.dispose(),l.material.dispose(),l=void 0),c!==void 0&&(c.geometry.dispose(),c.material.dispose(),c=void 0)}return{getClearColor:function(){return o},setClearColor:function(x,M=1){o.set(x),a=M,m(o,a)},getClearAlpha:function(){return a},setClearAlpha:function(x){a=x,m(o,a)},render:p,addToRenderList:_,dispose:g}}function mP(e,t){let n=e.getParameter(e.MAX_VERTEX_ATTRIBS),i={},r=f(null),s=r,o=!1;function a(A,D,B,I,L){let k=!1,z=h(A,I,B,D);s!==z&&(s=z,l(s.object)),k=d(A,I,B,L),k&&p(A,I,B,L),L!==null&&t.update(L,e.ELEMENT_ARRAY_BUFFER),(k||o)&&(o=!1,v(A,D,B,I),L!==null&&e.bindBuffer(e.ELEMENT_ARRAY_BUFFER,t.get(L).buffer))}function c(){return e.createVertexArray()}function l(A){return e.bindVertexArray(A)}function u(A){return e.deleteVertexArray(A)}function h(A,D,B,I){let L=I.wireframe===!0,k=i[D.id];k===void 0&&(k={},i[D.id]=k);let z=A.isInstancedMesh===!0?A.id:0,Z=k[z];Z===void 0&&(Z={},k[z]=Z);let U=Z[B.id];U===void 0&&(U={},Z[B.id]=U);let V=U[L];return V===void 0&&(V=f(c()),U[L]=V),V}function f(A){let D=[],B=[],I=[];for(let L=0;L<n;L++)D[L]=0,B[L]=0,I[L]=0;return{geometry:null,program:null,wireframe:!1,newAttributes:D,enabledAttributes:B,attributeDivisors:I,object:A,attributes:{},index:null}}function d(A,D,B,I){let L=s.attributes,k=D.attributes,z=0,Z=B.getAttributes();for(let U in Z)if(Z[U].location>=0){let Y=L[U],st=k[U];if(st===void 0&&(U==="instanceMatrix"&&A.instanceMatrix&&(st=A.instanceMatrix),U==="instanceColor"&&A.instanceColor&&(st=A.instanceColor)),Y===void 0||Y.attribute!==st||st&&Y.data!==st.data)return!0;z++}return s.attributesNum!==z||s.index!==I}function p(A,D,B,I){let L={},k=D.attributes,z=0,Z=B.getAttributes();for(let U in Z)if(Z[U].location>=0){let Y=k[U];Y===void 0&&(U==="instanceMatrix"&&A.instanceMatrix&&(Y=A.instanceMatrix),U==="instanceColor"&&A.instanceColor&&(Y=A.instanceColor));let st={};st.attribute=Y,Y&&Y.data&&(st.data=Y.data),L[U]=st,z++}s.attributes=L,s.attributesNum=z,s.index=I}function _(){let A=s.newAttributes;for(let D=0,B=A.length;D<B;D++)A[D]=0}function m(A){g(A,0)}function g(A,D){let B=s.newAttributes,I=s.enabledAttributes,L=s.attributeDivisors;B[A]=1,I[A]===0&&(e.enableVertexAttribArray(A),I[A]=1),L[A]!==D&&(e.vertexAttribDivisor(A,D),L[A]=D)}function x(){let A=s.newAttributes,D=s.enabledAttributes;for(let B=0,I=D.length;B<I;B++)D[B]!==A[B]&&(e.disableVertexAttribArray(B),D[B]=0)}function M(A,D,B,I,L,k,z){z===!0?e.vertexAttribIPointer(A,D,B,L,k):e.vertexAttribPointer(A,D,B,I,L,k)}function v(A,D,B,I){_();let L=I.attributes,k=B.getAttributes(),z=D.defaultAttributeValues;for(let Z in k){let U=k[Z];if(U.location>=0){let V=L[Z];if(V===void 0&&(Z==="instanceMatrix"&&A.instanceMatrix&&(V=A.instanceMatrix),Z==="instanceColor"&&A.instanceColor&&(V=A.instanceColor)),V!==void 0){let Y=V.normalized,st=V.itemSize,ct=t.get(V);if(ct===void 0)continue;let X=ct.buffer,at=ct.type,ft=ct.bytesPerElement,ot=at===e.INT||at===e.UNSIGNED_INT||V.gpuType===hf;if(V.isInterleavedBufferAttribute){let rt=V.data,J=rt.isInterleavedBuffer===!0?rt.stride:rt.itemSize,gt=V.offset;if(rt.isInstancedInterleavedBuffer||rt.isInstancedBufferAttribute){for(let lt=0;lt<U.locationSize;lt++)g(U.location+lt,rt.meshPerAttribute);A.isInstancedMesh!==!0&&I._maxInstanceCount===void 0&&(I._maxInstanceCount=rt.meshPerAttribute*rt.count)}else for(let lt=0;lt<U.locationSize;lt++)m(U.location+lt);e.bindBuffer(e.ARRAY_BUFFER,X);for(let lt=0;lt<U.locationSize;lt++)M(U.location+lt,st/U.locationSize,at,Y,J*ft,(gt+st/U.locationSize*lt)*ft,ot)}else{if(V.isInstancedBufferAttribute){for(let rt=0;rt<U.locationSize;rt++)g(U.location+rt,V.meshPerAttribute);A.isInstancedMesh!==!0&&I._maxInstanceCount===void 0&&(I._maxInstanceCount=V.meshPerAttribute*V.count)}else for(let rt=0;rt<U.locationSize;rt++)m(U.location+rt);e.bindBuffer(e.ARRAY_BUFFER,X);for(let rt=0;rt<U.locationSize;rt++)M(U.location+rt,st/U.locationSize,at,Y,st*ft,st/U.locationSize*rt*ft,ot)}}else if(z!==void 0){let Y=z[Z];if(Y!==void 0)switch(Y.length){case 2:e.vertexAttrib2fv(U.location,Y);break;case 3:e.vertexAttrib3fv(U.location,Y);break;case 4:e.vertexAttrib4fv(U.location,Y);break;default:e.vertexAttrib1fv(U.location,Y)}}}}x()}function T(){P();for(let A in i){let D=i[A];for(let B in D){let I=D[B];for(let L in I){let k=I[L];for(let z in k)u(k[z].object),delete k[z];delete I[L]}}delete i[A]}}function b(A){if(i[A.id]===void 0)return;let D=i[A.id];for(let B in D){let I=D[B];for(let L in I){let k=I[L];for(let z in k)u(k[z].object),delete k[z];delete I[L]}}delete i[A.id]}function y(A){for(let D in i){let B=i[D];for(let I in B){let L=B[I];if(L[A.id]===void 0)continue;let k=L[A.id];for(let z in k)u(k[z].object),delete k[z];delete L[A.id]}}}function S(A){for(let D in i){let B=i[D],I=A.isInstancedMesh===!0?A.id:0,L=B[I];if(L!==void 0){for(let k in L){let z=L[k];for(let Z in z)u(z[Z].object),delete z[Z];delete L[k]}delete B[I],Object.keys(B).length===0&&delete i[D]}}}function P(){C(),o=!0,s!==r&&(s=r,l(s.object))}function C(){r.geometry=null,r.program=null,r.wireframe=!1}return{setup:a,reset:P,resetDefaultState:C,dispose:T,releaseStatesOfGeometry:b,releaseStatesOfObject:S,releaseStatesOfProgram:y,initAttributes:_,enableAttribute:m,disableUnusedAttributes:x}}function gP(e,t,n){let i;function r(c){i=c}function s(c,l){e.drawArrays(i,c,l),n.update(l,i,1)}function o(c,l,u){u!==0&&(e.drawArraysInstanced(i,c,l,u),n.update(l,i,u))}function a(c,l,u){if(u===0)return;t.get("WEBGL_multi_draw").multiDrawArraysWEBGL(i,c,0,l,0,u);let f=0;for(let d=0;d<u;d++)f+=l[d];n.update(f,i,1)}this.setMode=r,this.render=s,this.renderInstances=o,this.renderMultiDraw=a}function _P(e,t,n,i){let r;function s(){if(r!==void 0)return r;if(t.has("EXT_texture_filter_anisotropic")===!0){let y=t.get("EXT_texture_filter_anisotropic");r=e.getParameter(y.MAX_TEXTURE_MAX_ANISOTROPY_EXT)}else r=0;return r}function o(y){return!(y!==ri&&i.convert(y)!==e.getParameter(e.IMPLEMENTATION_COLOR_READ_FORMAT))}function a(y){let S=y===ki&&(t.has("EXT_color_buffer_half_float")||t.has("EXT_color_buffer_float"));return!(y!==ii&&y!==Bi&&!S&&i.convert(y)!==e.getParameter(e.IMPLEMENTATION_COLOR_READ_TYPE))}function c(y){if(y==="highp"){if(e.getShaderPrecisionFormat(e.VERTEX_SHADER,e.HIGH_FLOAT).precision>0&&e.getShaderPrecisionFormat(e.FRAGMENT_SHADER,e.HIGH_FLOAT).precision>0)return"highp";y="mediump"}return y==="mediump"&&e.getShaderPrecisionFormat(e.VERTEX_SHADER,e.MEDIUM_FLOAT).precision>0&&e.getShaderPrecisionFormat(e.FRAGMENT_SHADER,e.MEDIUM_FLOAT).precision>0?"mediump":"lowp"}let l=n.precision!==void 0?n.precision:"highp",u=c(l);u!==l&&(Ut("WebGLRenderer:",l,"not supported, using",u,"instead."),l=u);let h=n.reversedDepthBuffer===!0&&t.has("EXT_clip_control"),f=n.logarithmicDepthBuffer===!0&&h===!1;n.reversedDepthBuffer===!0&&h===!1&&Ut("WebGLRenderer: Unable to use reversed depth buffer due to missing EXT_clip_control extension. Fallback to default depth buffer."),n.logarithmicDepthBuffer===!0&&h===!0&&Ut("WebGLRenderer: Logarithmic depth buffer is ignored when reversed depth buffer is enabled.");let d=e.getParameter(e.MAX_TEXTURE_IMAGE_UNITS),p=e.getParameter(e.MAX_VERTEX_TEXTURE_IMAGE_UNITS),_=e.getParameter(e.MAX_TEXTURE_SIZE),m=e.getParameter(e.MAX_CUBE_MAP_TEXTURE_SIZE),g=e.getParameter(e.MAX_VERTEX_ATTRIBS),x=e.getParameter(e.MAX_VERTEX_UNIFORM_VECTORS),M=e.getParameter(e.MAX_VARYING_VECTORS),v=e.getParameter(e.MAX_FRAGMENT_UNIFORM_VECTORS),T=e.getParameter(e.MAX_SAMPLES),b=e.getParameter(e.SAMPLES);return{isWebGL2:!0,getMaxAnisotropy:s,getMaxPrecision:c,textureFormatReadable:o,textureTypeReadable:a,precision:l,logarithmicDepthBuffer:f,reversedDepthBuffer:h,maxTextures:d,maxVertexTextures:p,maxTextureSize:_,maxCubemapSize:m,maxAttributes:g,maxVertexUniforms:x,maxVaryings:M,maxFragmentUniforms:v,maxSamples:T,samples:b}}function yP(e){let t=this,n=null,i=0,r=!1,s=!1,o=new Jn,a=new zt,c={value:null,needsUpdate:!1};this.uniform=c,this.numPlanes=0,this.numIntersection=0,this.init=function(h,f){let d=h.length!==0||f||i!==0||r;return r=f,i=h.length,d},this.beginShadows=function(){s=!0,u(null)},this.endShadows=function(){s=!1},this.setGlobalState=function(h,f){n=u(h,f,0)},this.setState=function(h,f,d){let p=h.clippingPlanes,_=h.clipIntersection,m=h.clipShadows,g=e.get(h);if(!r||p===null||p.length===0||s&&!m)s?u(null):l();else{let x=s?0:i,M=x*4,v=g.clippingState||null;c.value=v,v=u(p,f,M,d);for(let T=0;T!==M;++T)v[T]=n[T];g.clippingState=v,this.numIntersection=_?this.numPlanes:0,this.numPlanes+=x}};function l(){c.value!==n&&(c.value=n,c.needsUpdate=i>0),t.numPlanes=i,t.numIntersection=0}function u(h,f,d,p){let _=h!==null?h.length:0,m=null;if(_!==0){if(m=c.value,p!==!0||m===null){let g=d+_*4,x=f.matrixWorldInverse;a.getNormalMatrix(x),(m===null||m.length<g)&&(m=new Float32Array(g));for(let M=0,v=d;M!==_;++M,v+=4)o.copy(h[M]).applyMatrix4(x,a),o.normal.toArray(m,v),m[v+3]=o.constant}c.value=m,c.needsUpdate=!0}return t.numPlanes=_,t.numIntersection=0,m}}var Zc=class extends wn{constructor(t=1,n={}){super(t,t,n),this.isWebGLCubeRenderTarget=!0;let i={width:t,height:t,depth:1},r=[i,i,i,i,i,i];this.texture=new Ac(r),this._setTextureOptions(n),this.texture.isRenderTargetTexture=!0}fromEquirectangularTexture(t,n){this.texture.type=n.type,this.texture.colorSpace=n.colorSpace,this.texture.generateMipmaps=n.generateMipmaps,this.texture.minFilter=n.minFilter,this.texture.magFilter=n.magFilter;let i={uniforms:{tEquirect:{value:null}},vertexShader:`

				varying vec3 vWorldDirection;

				vec3 transformDirection( in vec3 dir, in mat4 matrix ) {

					return normalize( ( matrix * vec4( dir, 0.0 ) ).xyz );

				}

				void main() {

					vWorldDirection = transformDirection( position, modelMatrix );

					#include <begin_vertex>
					#include <project_vertex>

				}
			`,fragmentShader:`

				uniform sampler2D tEquirect;

				varying vec3 vWorldDirection;

				#include <common>

				void main() {

					vec3 direction = normalize( vWorldDirection );

					vec2 sampleUV = equirectUv( direction );

					gl_FragColor = texture2D( tEquirect, sampleUV );

				}
			`},r=new na(5,5,5),s=new kn({name:"CubemapFromEquirect",uniforms:js(i.uniforms),vertexShader:i.vertexShader,fragmentShader:i.fragmentShader,side:Tn,blending:qs});s.uniforms.tEquirect.value=n;let o=new Bn(r,s),a=n.minFilter;return n.minFilter===Pr&&(n.minFilter=Mn),new ra(1,10,this).update(t,o),n.minFilter=a,o.geometry.dispose(),o.material.dispose(),this}clear(t,n=!0,i=!0,r=!0){let s=t.getRenderTarget();for(let o=0;o<6;o++)t.setRenderTarget(this,o),t.clear(n,i,r);t.setRenderTarget(s)}},Fv=256,xP=3,vP=20,sb=256,ob=16,bP=3,SP=new G,MP=new ne,Kf=class e{constructor(t){this._renderer=t,this._cubeSize=0,this._sourceTarget=null,this._cubeCamera=new ra(1,10,null),this._boxMesh=new Bn(new na(5,5,5),null),this._cubemapMaterial=null,this._equirectMaterial=null,this._blurMaterial=null,this._ggxMaterial=null,this._integrationMaterial=null}fromScene(t,n=0,i=.1,r=100,s={}){let{size:o=256,position:a=SP}=s,c=this._renderer;this._setSize(o);let l=this._allocateTarget(),u=this._getSourceTarget(!0);n>0&&(u.texture.mipmapsAutoUpdate=!1);let h=c.autoClear,f=c.autoClearColor,d=c.autoClearDepth,p=c.autoClearStencil,_=t.background;c.autoClear=!0,c.autoClearColor=!0,c.autoClearDepth=!0,c.autoClearStencil=!0,_===null&&(t.background=c.getClearColor(MP));let m=new ra(i,r,u);return m.position.copy(a),m.update(c,t),c.autoClear=h,c.autoClearColor=f,c.autoClearDepth=d,c.autoClearStencil=p,t.background=_,n>0&&(u.texture.mipmapsAutoUpdate=!0,this._blur(l,n)),this._applyPMREM(l),l}fromEquirectangular(t,n=null){return this._fromTexture(t,n)}fromCubemap(t,n=null){return this._fromTexture(t,n)}compileCubemapShader(){this._cubemapMaterial===null&&(this._cubemapMaterial=kv(),this._compileMaterial(this._cubemapMaterial))}compileEquirectangularShader(){this._equirectMaterial===null&&(this._equirectMaterial=Bv(),this._compileMaterial(this._equirectMaterial))}dispose(){this._sourceTarget!==null&&this._sourceTarget.dispose(),this._cubemapMaterial!==null&&this._cubemapMaterial.dispose(),this._equirectMaterial!==null&&this._equirectMaterial.dispose(),this._blurMaterial!==null&&this._blurMaterial.dispose(),this._ggxMaterial!==null&&this._ggxMaterial.dispose(),this._integrationMaterial!==null&&this._integrationMaterial.dispose(),this._boxMesh.geometry.dispose()}static lodToRoughness(t,n){return n>0?1-Math.sqrt(1-t/n):0}_setSize(t){this._cubeSize=Math.max(Fv,am(t))}_fromTexture(t,n){t.mapping===Js||t.mapping===ca?this._setSize(t.image.length===0?Fv:t.image[0].width||t.image[0].image.width):this._setSize(t.image.width/4);let i=n||this._allocateTarget();return this._textureToCubemap(t),this._applyPMREM(i),i}_allocateTarget(){let t=this._cubeSize,n=Ov(t,!1,!1),i=Math.log2(t)-xP;for(let r=0;r<=i;r++)n.texture.mipmaps.push({width:t>>r,height:t>>r});return n.texture.name="PMREM",n.texture.isPMREMTexture=!0,n}_getSourceTarget(t=!1){let n=this._cubeSize,i=this._sourceTarget;return(i===null||i.width!==n||t&&i.depthBuffer===!1)&&(i!==null&&i.dispose(),this._sourceTarget=Ov(n,!0,t)),this._sourceTarget}_compileMaterial(t){this._boxMesh.material=t,this._renderer.compile(this._boxMesh,this._cubeCamera.children[0])}_renderCube(t,n,i){let r=this._boxMesh,s=this._cubeCamera;r.material=i,s.renderTarget=t,s.activeMipmapLevel=n;let o=t.width>>n;t.viewport.set(0,0,o,o),s.update(this._renderer,r),t.viewport.set(0,0,t.width,t.height)}_textureToCubemap(t){let n;t.mapping===Js||t.mapping===ca?(this._cubemapMaterial===null&&(this._cubemapMaterial=kv()),n=this._cubemapMaterial,n.uniforms.flipEnvMap.value=t.isRenderTargetTexture===!1?-1:1):(this._equirectMaterial===null&&(this._equirectMaterial=Bv()),n=this._equirectMaterial),n.uniforms.envMap.value=t,this._renderCube(this._getSourceTarget(),0,n)}_applyPMREM(t){this._ggxMaterial===null&&(this._ggxMaterial=wP(),this._integrationMaterial=TP());let n=this._cubeSize,i=t.texture.mipmaps.length-1,r=this._ggxMaterial.uniforms;r.envMap.value=this._sourceTarget.texture;let s=this._integrationMaterial.uniforms;s.envMap.value=this._sourceTarget.texture,s.sourceLod.value=Math.log2(n/ob);for(let o=0;o<=i;o++){let a=e.lodToRoughness(o,i);if(o>i-bP)s.roughness.value=a,this._renderCube(t,o,this._integrationMaterial);else{let c=a>0?Math.log2(n)+.5*Math.log2(6/(sb*Math.pow(a,4)))+.5:0;r.roughness.value=a,r.lodBias.value=c,this._renderCube(t,o,this._ggxMaterial)}}}_blur(t,n){this._blurMaterial===null&&(this._blurMaterial=EP());let i=this._blurMaterial,r=i.uniforms,s=this._sourceTarget;r.sigma.value=Math.min(n,Math.PI)/Math.SQRT2,r.envMap.value=s.texture,this._renderCube(t,0,i),r.envMap.value=t.texture,this._renderCube(s,0,i)}};function Ov(e,t,n){return new Zc(e,{minFilter:Pr,generateMipmaps:t,type:ki,colorSpace:Ws,depthBuffer:n})}function Jc(e,t,n){return new kn({name:e,uniforms:t,vertexShader:Jt.cube_vert,fragmentShader:n,side:Tn,blending:qs,depthTest:!1,depthWrite:!1})}function wP(){return Jc("PMREMGGXConvolution",{envMap:{value:null},roughness:{value:0},lodBias:{value:0}},`

		#define GGX_SAMPLES ${sb}u

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float lodBias;

		#include <common>

		// Van der Corput radical inverse
		float radicalInverse_VdC( uint bits ) {

			bits = ( bits << 16u ) | ( bits >> 16u );
			bits = ( ( bits & 0x55555555u ) << 1u ) | ( ( bits & 0xAAAAAAAAu ) >> 1u );
			bits = ( ( bits & 0x33333333u ) << 2u ) | ( ( bits & 0xCCCCCCCCu ) >> 2u );
			bits = ( ( bits & 0x0F0F0F0Fu ) << 4u ) | ( ( bits & 0xF0F0F0F0u ) >> 4u );
			bits = ( ( bits & 0x00FF00FFu ) << 8u ) | ( ( bits & 0xFF00FF00u ) >> 8u );
			return float( bits ) * 2.3283064365386963e-10; // / 0x100000000

		}

		// Hammersley sequence
		vec2 hammersley( uint i, uint N ) {

			return vec2( float( i ) / float( N ), radicalInverse_VdC( i ) );

		}

		void main() {

			vec3 N = normalize( vWorldDirection );

			// For very low roughness, just sample the environment directly
			if ( roughness < 0.001 ) {

				gl_FragColor = vec4( textureLod( envMap, N, 0.0 ).rgb, 1.0 );
				return;

			}

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			// Tangent space basis for VNDF sampling
			vec3 up = abs( N.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, N ) );
			vec3 bitangent = cross( N, tangent );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			for ( uint i = 0u; i < GGX_SAMPLES; i ++ ) {

				vec2 Xi = hammersley( i, GGX_SAMPLES );

				// With V = N, sample the reflected direction directly.
				float invQ = 1.0 / ( 1.0 - Xi.x + alpha2 * Xi.x );
				float NdotL = ( 1.0 - Xi.x - alpha2 * Xi.x ) * invQ;

				if ( NdotL > 0.0 ) {

					float phi = 2.0 * PI * Xi.y;
					float sinTheta = 2.0 * alpha * sqrt( Xi.x * ( 1.0 - Xi.x ) ) * invQ;
					vec3 L = N * NdotL + ( tangent * cos( phi ) + bitangent * sin( phi ) ) * sinTheta;

					// Match the source mip to the sample's solid angle. The terms
					// independent of the sample are precomputed in lodBias.
					float d = alpha2 * invQ;
					float lod = max( log2( d ) + lodBias, 0.0 );

					// Weight by NdotL for the split-sum approximation
					prefilteredColor += textureLod( envMap, L, lod ).rgb * NdotL;
					totalWeight += NdotL;

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function TP(){return Jc("PMREMGGXIntegration",{envMap:{value:null},roughness:{value:0},sourceLod:{value:0},sourceSize:{value:ob}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float roughness;
		uniform float sourceLod;
		uniform int sourceSize;

		void main() {

			vec3 N = normalize( vWorldDirection );

			float alpha = roughness * roughness;
			float alpha2 = alpha * alpha;

			float texelSize = 2.0 / float( sourceSize );

			vec3 prefilteredColor = vec3( 0.0 );
			float totalWeight = 0.0;

			// Pair opposite texels: only the one in N's hemisphere contributes.
			for ( int face = 0; face < 3; face ++ ) {

				for ( int y = 0; y < sourceSize; y ++ ) {

					for ( int x = 0; x < sourceSize; x ++ ) {

						vec2 uv = ( vec2( x, y ) + 0.5 ) * texelSize - 1.0;
						vec3 texelDirection = face == 0 ? vec3( 1.0, uv ) : ( face == 1 ? vec3( uv.x, 1.0, uv.y ) : vec3( uv, 1.0 ) );

						float invDistance = inversesqrt( 1.0 + dot( uv, uv ) );
						float NdotL = dot( N, texelDirection );
						texelDirection *= NdotL < 0.0 ? - 1.0 : 1.0;
						NdotL = abs( NdotL ) * invDistance;

						// With V = N, NdotH squared is ( 1 + NdotL ) / 2. Common factors
						// in the GGX distribution and texel solid angle cancel when normalized.
						float d = 1.0 + alpha2 + ( alpha2 - 1.0 ) * NdotL;
						float weight = NdotL * invDistance * invDistance * invDistance / ( d * d );

						prefilteredColor += textureLod( envMap, texelDirection, sourceLod ).rgb * weight;
						totalWeight += weight;

					}

				}

			}

			gl_FragColor = vec4( prefilteredColor / totalWeight, 1.0 );

		}
	`)}function EP(){return Jc("PMREMSphericalGaussianBlur",{envMap:{value:null},sigma:{value:0}},`

		#define SAMPLES ${vP}
		#define GOLDEN_ANGLE 2.39996322973

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float sigma;

		#include <common>

		void main() {

			vec3 outputDirection = normalize( vWorldDirection );

			vec3 up = abs( outputDirection.z ) < 0.999 ? vec3( 0.0, 0.0, 1.0 ) : vec3( 1.0, 0.0, 0.0 );
			vec3 tangent = normalize( cross( up, outputDirection ) );
			vec3 bitangent = cross( outputDirection, tangent );

			// Truncate the kernel at three standard deviations or at the antipode.
			float thetaMax = min( 3.0 * sigma, PI );
			float truncation = 1.0 - exp( - 0.5 * thetaMax * thetaMax / ( sigma * sigma ) );

			vec3 accumColor = vec3( 0.0 );
			float accumWeight = 0.0;

			for ( int i = 0; i < SAMPLES; i ++ ) {

				// Stratified inverse-CDF sampling of the Gaussian, placed on a golden-angle spiral.
				float stratum = ( float( i ) + 0.5 ) / float( SAMPLES );
				float theta = sigma * sqrt( - 2.0 * log( 1.0 - stratum * truncation ) );
				float phi = float( i ) * GOLDEN_ANGLE;

				vec3 offset = cos( phi ) * tangent + sin( phi ) * bitangent;
				vec3 sampleDirection = cos( theta ) * outputDirection + sin( theta ) * offset;

				// Correct the planar sample density to solid angle.
				float weight = sin( theta ) / theta;

				accumColor += weight * textureLod( envMap, sampleDirection, 0.0 ).rgb;
				accumWeight += weight;

			}

			gl_FragColor = vec4( accumColor / accumWeight, 1.0 );

		}
	`)}function Bv(){return Jc("PMREMEquirectangularToCubemap",{envMap:{value:null}},`

		varying vec3 vWorldDirection;

		uniform sampler2D envMap;

		#include <common>

		void main() {

			// Average four subpixel samples to preserve small, bright features.
			vec3 direction = normalize( vWorldDirection );
			vec3 dx = dFdx( direction ) * 0.25;
			vec3 dy = dFdy( direction ) * 0.25;

			vec3 color = textureLod( envMap, equirectUv( normalize( direction - dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx - dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction - dx + dy ) ), 0.0 ).rgb;
			color += textureLod( envMap, equirectUv( normalize( direction + dx + dy ) ), 0.0 ).rgb;
			gl_FragColor = vec4( color * 0.25, 1.0 );

		}
	`)}function kv(){return Jc("PMREMCubemapToCubemap",{envMap:{value:null},flipEnvMap:{value:-1}},`

		varying vec3 vWorldDirection;

		uniform samplerCube envMap;
		uniform float flipEnvMap;

		void main() {

			gl_FragColor = vec4( textureCube( envMap, vec3( flipEnvMap * vWorldDirection.x, vWorldDirection.yz ) ).rgb, 1.0 );

		}
	`)}function AP(e){let t=new WeakMap,n=new WeakMap,i=null;function r(f,d=!1){return f==null?null:d?o(f):s(f)}function s(f){if(f&&f.isTexture){let d=f.mapping;if(d===lf||d===uf)if(t.has(f)){let p=t.get(f).texture;return a(p,f.mapping)}else{let p=f.image;if(p&&p.height>0){let _=new Zc(p.height);return _.fromEquirectangularTexture(e,f),t.set(f,_),f.addEventListener("dispose",l),a(_.texture,f.mapping)}else return null}}return f}function o(f){if(f&&f.isTexture&&f.isPMREMTexture!==!0){let d=f.mapping,p=d===lf||d===uf,_=d===Js||d===ca;if(p||_){let m=n.get(f),g=m!==void 0?m.texture.pmremVersion:0;if(f.isRenderTargetTexture&&f.pmremVersion!==g)return i===null&&(i=new Kf(e)),m=p?i.fromEquirectangular(f,m):i.fromCubemap(f,m),m.texture.pmremVersion=f.pmremVersion,n.set(f,m),m.texture;if(m!==void 0)return m.texture;{let x=f.image;return p&&x&&x.height>0||_&&x&&c(x)?(i===null&&(i=new Kf(e)),m=p?i.fromEquirectangular(f):i.fromCubemap(f),m.texture.pmremVersion=f.pmremVersion,n.set(f,m),f.addEventListener("dispose",u),m.texture):null}}}return f}function a(f,d){return d===lf?f.mapping=Js:d===uf&&(f.mapping=ca),f}function c(f){let d=0,p=6;for(let _=0;_<p;_++)f[_]!==void 0&&d++;return d===p}function l(f){let d=f.target;d.removeEventListener("dispose",l);let p=t.get(d);p!==void 0&&(t.delete(d),p.dispose())}function u(f){let d=f.target;d.removeEventListener("dispose",u);let p=n.get(d);p!==void 0&&(n.delete(d),p.dispose())}function h(){t=new WeakMap,n=new WeakMap,i!==null&&(i.dispose(),i=null)}return{get:r,dispose:h}}function CP(e){let t={};function n(i){if(t[i]!==void 0)return t[i];let r=e.getExtension(i);return t[i]=r,r}return{has:function(i){return n(i)!==null},init:function(){n("EXT_color_buffer_float"),n("WEBGL_clip_cull_distance"),n("OES_texture_float_linear"),n("EXT_color_buffer_half_float"),n("WEBGL_multisampled_render_to_texture"),n("WEBGL_render_shared_exponent")},get:function(i){let r=n(i);return r===null&&dc("WebGLRenderer: "+i+" extension not supported."),r}}}function RP(e,t,n,i){let r={},s=new WeakMap,o=new FinalizationRegistry(p=>delete r[p]);function a(p){c(p.target)}function c(p){p.index!==null&&t.remove(p.index);for(let m in p.attributes)t.remove(p.attributes[m]);p.removeEventListener("dispose",a),delete r[p.id],o.unregister(p);let _=s.get(p);_&&(t.remove(_),s.delete(p)),i.releaseStatesOfGeometry(p),p.isInstancedBufferGeometry===!0&&delete p._maxInstanceCount,n.memory.geometries--}function l(p,_){return r[_.id]!==void 0||(_.addEventListener("dispose",a),r[_.id]=new WeakRef(_),o.register(_,_.id,_),n.memory.geometries++),_}function u(p){let _=p.attributes;for(let m in _)t.update(_[m],e.ARRAY_BUFFER)}function h(p){let _=p.index,m=p.attributes.position,g=0;if(m===void 0)return;let x=_!==null?_.array.length:m.array.length/3-1,M=m.count>=65535?Tc:wc,v=new M(Math.ceil(x/3)*6,1),T=v.array;if(_!==null){let y=_.array;g=_.version;for(let S=0,P=0;S<x;S+=3){let C=y[S+0],A=y[S+1],D=y[S+2];T[P++]=C,T[P++]=A,T[P++]=A,T[P++]=D,T[P++]=D,T[P++]=C}}else{g=m.version;for(let y=0,S=0;y<x;y+=3){let P=y+0,C=y+1,A=y+2;T[S++]=P,T[S++]=C,T[S++]=C,T[S++]=A,T[S++]=A,T[S++]=P}}v.version=g;let b=s.get(p);b&&t.remove(b),s.set(p,v)}function f(p){let _=s.get(p);if(_){let m=p.index;m!==null&&_.version<m.version&&h(p)}else h(p);return s.get(p)}function d(){for(let p in r){let _=r[p].deref();_!==void 0&&c(_)}}return{get:l,update:u,getWireframeAttribute:f,dispose:d}}function PP(e,t,n){let i;function r(h){i=h}let s,o;function a(h){s=h.type,o=h.bytesPerElement}function c(h,f){e.drawElements(i,f,s,h*o),n.update(f,i,1)}function l(h,f,d){d!==0&&(e.drawElementsInstanced(i,f,s,h*o,d),n.update(f,i,d))}function u(h,f,d){if(d===0)return;t.get("WEBGL_multi_draw").multiDrawElementsWEBGL(i,f,0,s,h,0,d);let _=0;for(let m=0;m<d;m++)_+=f[m];n.update(_,i,1)}this.setMode=r,this.setIndex=a,this.render=c,this.renderInstances=l,this.renderMultiDraw=u}function IP(e){let t={geometries:0,textures:0},n={frame:0,calls:0,triangles:0,points:0,lines:0};function i(s,o,a){switch(n.calls++,o){case e.TRIANGLES:n.triangles+=a*(s/3);break;case e.LINES:n.lines+=a*(s/2);break;case e.LINE_STRIP:n.lines+=a*(s-1);break;case e.LINE_LOOP:n.lines+=a*s;break;case e.POINTS:n.points+=a*s;break;default:kt("WebGLInfo: Unknown draw mode:",o);break}}function r(){n.calls=0,n.triangles=0,n.points=0,n.lines=0}return{memory:t,render:n,programs:null,autoReset:!0,reset:r,update:i}}function LP(e,t,n){let i=new WeakMap,r=new de;function s(o,a,c){let l=o.morphTargetInfluences,u=a.morphAttributes.position||a.morphAttributes.normal||a.morphAttributes.color,h=u!==void 0?u.length:0,f=i.get(a);if(f===void 0||f.count!==h){let P=function(){y.dispose(),i.delete(a),a.removeEventListener("dispose",P)};f!==void 0&&f.texture.dispose();let d=a.morphAttributes.position!==void 0,p=a.morphAttributes.normal!==void 0,_=a.morphAttributes.color!==void 0,m=a.morphAttributes.position||[],g=a.morphAttributes.normal||[],x=a.morphAttributes.color||[],M=0;d===!0&&(M=1),p===!0&&(M=2),_===!0&&(M=3);let v=a.attributes.position.count*M,T=1;v>t.maxTextureSize&&(T=Math.ceil(v/t.maxTextureSize),v=t.maxTextureSize);let b=new Float32Array(v*T*4*h),y=new bc(b,v,T,h);y.type=Bi,y.needsUpdate=!0;let S=M*4;for(let C=0;C<h;C++){let A=m[C],D=g[C],B=x[C],I=v*T*4*C;for(let L=0;L<A.count;L++){let k=L*S;d===!0&&(r.fromBufferAttribute(A,L),b[I+k+0]=r.x,b[I+k+1]=r.y,b[I+k+2]=r.z,b[I+k+3]=0),p===!0&&(r.fromBufferAttribute(D,L),b[I+k+4]=r.x,b[I+k+5]=r.y,b[I+k+6]=r.z,b[I+k+7]=0),_===!0&&(r.fromBufferAttribute(B,L),b[I+k+8]=r.x,b[I+k+9]=r.y,b[I+k+10]=r.z,b[I+k+11]=B.itemSize===4?r.w:1)}}f={count:h,texture:y,size:new Ot(v,T)},i.set(a,f),a.addEventListener("dispose",P)}if(o.isInstancedMesh===!0&&o.morphTexture!==null)c.getUniforms().setValue(e,"morphTexture",o.morphTexture,n);else{let d=0;for(let _=0;_<l.length;_++)d+=l[_];let p=a.morphTargetsRelative?1:1-d;c.getUniforms().setValue(e,"morphTargetBaseInfluence",p),c.getUniforms().setValue(e,"morphTargetInfluences",l)}c.getUniforms().setValue(e,"morphTargetsTexture",f.texture,n),c.getUniforms().setValue(e,"morphTargetsTextureSize",f.size)}return{update:s}}function DP(e,t,n,i,r){let s=new WeakMap;function o(l){let u=r.render.frame,h=l.geometry,f=t.get(l,h);if(s.get(f)!==u&&(t.update(f),s.set(f,u)),l.isInstancedMesh&&(l.hasEventListener("dispose",c)===!1&&l.addEventListener("dispose",c),s.get(l)!==u&&(n.update(l.instanceMatrix,e.ARRAY_BUFFER),l.instanceColor!==null&&n.update(l.instanceColor,e.ARRAY_BUFFER),s.set(l,u))),l.isSkinnedMesh){let d=l.skeleton;s.get(d)!==u&&(d.update(),s.set(d,u))}return f}function a(){s=new WeakMap}function c(l){let u=l.target;u.removeEventListener("dispose",c),i.releaseStatesOfObject(u),n.remove(u.instanceMatrix),u.instanceColor!==null&&n.remove(u.instanceColor)}return{update:o,dispose:a}}var NP={[zp]:"LINEAR_TONE_MAPPING",[Gp]:"REINHARD_TONE_MAPPING",[Vp]:"CINEON_TONE_MAPPING",[Hp]:"ACES_FILMIC_TONE_MAPPING",[Xp]:"AGX_TONE_MAPPING",[$p]:"NEUTRAL_TONE_MAPPING",[Wp]:"CUSTOM_TONE_MAPPING"};function UP(e,t,n,i,r,s){let o=new wn(t,n,{type:e,depthBuffer:r,stencilBuffer:s,samples:i?4:0,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,resolveDepthBuffer:!1,resolveStencilBuffer:!1}),a=null,c=null,l=null,u=new ei;u.setAttribute("position",new mn([-1,3,0,-1,-1,0,3,-1,0],3)),u.setAttribute("uv",new mn([0,2,0,0,2,0],2));let h=new Yu({uniforms:{tDiffuse:{value:null}},vertexShader:`
			precision highp float;

			uniform mat4 modelViewMatrix;
			uniform mat4 projectionMatrix;

			attribute vec3 position;
			attribute vec2 uv;

			varying vec2 vUv;

			void main() {
				vUv = uv;
				gl_Position = projectionMatrix * modelViewMatrix * vec4( position, 1.0 );
			}`,fragmentShader:`
			precision highp float;

			uniform sampler2D tDiffuse;

			varying vec2 vUv;

			#include <tonemapping_pars_fragment>
			#include <colorspace_pars_fragment>

			void main() {
				gl_FragColor = texture2D( tDiffuse, vUv );

				#ifdef LINEAR_TONE_MAPPING
					gl_FragColor.rgb = LinearToneMapping( gl_FragColor.rgb );
				#elif defined( REINHARD_TONE_MAPPING )
					gl_FragColor.rgb = ReinhardToneMapping( gl_FragColor.rgb );
				#elif defined( CINEON_TONE_MAPPING )
					gl_FragColor.rgb = CineonToneMapping( gl_FragColor.rgb );
				#elif defined( ACES_FILMIC_TONE_MAPPING )
					gl_FragColor.rgb = ACESFilmicToneMapping( gl_FragColor.rgb );
				#elif defined( AGX_TONE_MAPPING )
					gl_FragColor.rgb = AgXToneMapping( gl_FragColor.rgb );
				#elif defined( NEUTRAL_TONE_MAPPING )
					gl_FragColor.rgb = NeutralToneMapping( gl_FragColor.rgb );
				#elif defined( CUSTOM_TONE_MAPPING )
					gl_FragColor.rgb = CustomToneMapping( gl_FragColor.rgb );
				#endif

				#ifdef SRGB_TRANSFER
					gl_FragColor = sRGBTransferOETF( gl_FragColor );
				#endif
			}`,depthTest:!1,depthWrite:!1}),f=new Bn(u,h),d=new ia(-1,1,1,-1,0,1),p=null,_=null,m=!1,g,x=null,M=[],v=!1;this.setSize=function(T,b){o.setSize(T,b),a!==null&&a.setSize(T,b),c!==null&&c.setSize(T,b);for(let y=0;y<M.length;y++){let S=M[y];S.setSize&&S.setSize(T,b)}},this.setEffects=function(T){M=T,v=M.length>0&&M[0].isRenderPass===!0;let b=o.width,y=o.height;M.length>0&&a===null&&(a=new wn(b,y,{type:ki,depthBuffer:!1,stencilBuffer:!1}),c=new wn(b,y,{type:ki,depthBuffer:!1,stencilBuffer:!1}));let S=r===!0&&M.some(P=>P.needsDepthTexture===!0);S!==(o.depthTexture!==null)&&(S===!0&&l===null&&(l=new Fi(b,y),s===!0&&(l.format=Ir,l.type=Ks)),o.dispose(),o.depthTexture=S?l:null,o.resolveDepthBuffer=S,o.storeMultisampledDepthBuffer=S);for(let P=0;P<M.length;P++){let C=M[P];C.setSize&&C.setSize(b,y),S&&C.needsDepthTexture===!0&&C.setDepthTexture&&C.setDepthTexture(l)}},this.begin=function(T,b){if(m||T.toneMapping===ji&&M.length===0)return!1;if(x=b,b!==null){let y=b.width,S=b.height;(o.width!==y||o.height!==S)&&this.setSize(y,S)}return v===!1&&T.setRenderTarget(o),g=T.toneMapping,T.toneMapping=ji,!0},this.hasRenderPass=function(){return v},this.end=function(T,b){T.toneMapping=g,m=!0;let y=o,S=a;for(let P=0;P<M.length;P++){let C=M[P];C.enabled!==!1&&(C.render(T,S,y,b),C.needsSwap!==!1&&(y=S,S=S===a?c:a))}if(p!==T.outputColorSpace||_!==T.toneMapping){p=T.outputColorSpace,_=T.toneMapping,h.defines={},jt.getTransfer(p)===ue&&(h.defines.SRGB_TRANSFER="");let P=NP[_];P&&(h.defines[P]=""),h.needsUpdate=!0}h.uniforms.tDiffuse.value=y.texture,T.setRenderTarget(x),T.render(f,d),x=null,m=!1},this.isCompositing=function(){return m},this.dispose=function(){o.dispose(),a!==null&&a.dispose(),c!==null&&c.dispose(),u.dispose(),h.dispose()}}var ab=new On,cb=new Fi(1,1),lb=new Cc(1),ub=new bc,fb=new Vu,hb=new Ac,zv=[],Gv=[],Vv=new Float32Array(16),Hv=new Float32Array(9),Wv=new Float32Array(4);function fa(e,t,n){let i=e[0];if(i<=0||i>0)return e;let r=t*n,s=zv[r];if(s===void 0&&(s=new Float32Array(r),zv[r]=s),t!==0){i.toArray(s,0);for(let o=1,a=0;o!==t;++o)a+=n,e[o].toArray(s,a)}return s}function Be(e,t){if(e.length!==t.length)return!1;for(let n=0,i=e.length;n<i;n++)if(e[n]!==t[n])return!1;return!0}function ke(e,t){for(let n=0,i=t.length;n<i;n++)e[n]=t[n]}function Qf(e,t){let n=Gv[t];n===void 0&&(n=new Int32Array(t),Gv[t]=n);for(let i=0;i!==t;++i)n[i]=e.allocateTextureUnit();return n}function FP(e,t){let n=this.cache;n[0]!==t&&(e.uniform1f(this.addr,t),n[0]=t)}function OP(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2f(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(Be(n,t))return;e.uniform2fv(this.addr,t),ke(n,t)}}function BP(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3f(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else if(t.r!==void 0)(n[0]!==t.r||n[1]!==t.g||n[2]!==t.b)&&(e.uniform3f(this.addr,t.r,t.g,t.b),n[0]=t.r,n[1]=t.g,n[2]=t.b);else{if(Be(n,t))return;e.uniform3fv(this.addr,t),ke(n,t)}}function kP(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4f(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(Be(n,t))return;e.uniform4fv(this.addr,t),ke(n,t)}}function zP(e,t){let n=this.cache,i=t.elements;if(i===void 0){if(Be(n,t))return;e.uniformMatrix2fv(this.addr,!1,t),ke(n,t)}else{if(Be(n,i))return;Wv.set(i),e.uniformMatrix2fv(this.addr,!1,Wv),ke(n,i)}}function GP(e,t){let n=this.cache,i=t.elements;if(i===void 0){if(Be(n,t))return;e.uniformMatrix3fv(this.addr,!1,t),ke(n,t)}else{if(Be(n,i))return;Hv.set(i),e.uniformMatrix3fv(this.addr,!1,Hv),ke(n,i)}}function VP(e,t){let n=this.cache,i=t.elements;if(i===void 0){if(Be(n,t))return;e.uniformMatrix4fv(this.addr,!1,t),ke(n,t)}else{if(Be(n,i))return;Vv.set(i),e.uniformMatrix4fv(this.addr,!1,Vv),ke(n,i)}}function HP(e,t){let n=this.cache;n[0]!==t&&(e.uniform1i(this.addr,t),n[0]=t)}function WP(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2i(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(Be(n,t))return;e.uniform2iv(this.addr,t),ke(n,t)}}function XP(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3i(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else{if(Be(n,t))return;e.uniform3iv(this.addr,t),ke(n,t)}}function $P(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4i(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(Be(n,t))return;e.uniform4iv(this.addr,t),ke(n,t)}}function YP(e,t){let n=this.cache;n[0]!==t&&(e.uniform1ui(this.addr,t),n[0]=t)}function qP(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y)&&(e.uniform2ui(this.addr,t.x,t.y),n[0]=t.x,n[1]=t.y);else{if(Be(n,t))return;e.uniform2uiv(this.addr,t),ke(n,t)}}function ZP(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z)&&(e.uniform3ui(this.addr,t.x,t.y,t.z),n[0]=t.x,n[1]=t.y,n[2]=t.z);else{if(Be(n,t))return;e.uniform3uiv(this.addr,t),ke(n,t)}}function JP(e,t){let n=this.cache;if(t.x!==void 0)(n[0]!==t.x||n[1]!==t.y||n[2]!==t.z||n[3]!==t.w)&&(e.uniform4ui(this.addr,t.x,t.y,t.z,t.w),n[0]=t.x,n[1]=t.y,n[2]=t.z,n[3]=t.w);else{if(Be(n,t))return;e.uniform4uiv(this.addr,t),ke(n,t)}}function th(e){return e.version===0&&(e.compareFunction=rm,e.needsUpdate=!0),e}function KP(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r);let s;this.type===e.SAMPLER_2D_SHADOW?s=th(cb):s=ab,n.setTexture2D(t||s,r)}function jP(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r),n.setTexture3D(t||fb,r)}function QP(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r);let s;this.type===e.SAMPLER_CUBE_SHADOW?s=th(lb):s=hb,n.setTextureCube(t||s,r)}function tI(e,t,n){let i=this.cache,r=n.allocateTextureUnit();i[0]!==r&&(e.uniform1i(this.addr,r),i[0]=r),n.setTexture2DArray(t||ub,r)}function eI(e){switch(e){case 5126:return FP;case 35664:return OP;case 35665:return BP;case 35666:return kP;case 35674:return zP;case 35675:return GP;case 35676:return VP;case 5124:case 35670:return HP;case 35667:case 35671:return WP;case 35668:case 35672:return XP;case 35669:case 35673:return $P;case 5125:return YP;case 36294:return qP;case 36295:return ZP;case 36296:return JP;case 35678:case 36198:case 36298:case 36306:case 35682:return KP;case 35679:case 36299:case 36307:return jP;case 35680:case 36300:case 36308:case 36293:return QP;case 36289:case 36303:case 36311:case 36292:return tI}}function nI(e,t){e.uniform1fv(this.addr,t)}function iI(e,t){let n=fa(t,this.size,2);e.uniform2fv(this.addr,n)}function rI(e,t){let n=fa(t,this.size,3);e.uniform3fv(this.addr,n)}function sI(e,t){let n=fa(t,this.size,4);e.uniform4fv(this.addr,n)}function oI(e,t){let n=fa(t,this.size,4);e.uniformMatrix2fv(this.addr,!1,n)}function aI(e,t){let n=fa(t,this.size,9);e.uniformMatrix3fv(this.addr,!1,n)}function cI(e,t){let n=fa(t,this.size,16);e.uniformMatrix4fv(this.addr,!1,n)}function lI(e,t){e.uniform1iv(this.addr,t)}function uI(e,t){e.uniform2iv(this.addr,t)}function fI(e,t){e.uniform3iv(this.addr,t)}function hI(e,t){e.uniform4iv(this.addr,t)}function dI(e,t){e.uniform1uiv(this.addr,t)}function pI(e,t){e.uniform2uiv(this.addr,t)}function mI(e,t){e.uniform3uiv(this.addr,t)}function gI(e,t){e.uniform4uiv(this.addr,t)}function _I(e,t,n){let i=this.cache,r=t.length,s=Qf(n,r);Be(i,s)||(e.uniform1iv(this.addr,s),ke(i,s));let o;this.type===e.SAMPLER_2D_SHADOW?o=th(cb):o=ab;for(let a=0;a!==r;++a)n.setTexture2D(t[a]||o,s[a])}function yI(e,t,n){let i=this.cache,r=t.length,s=Qf(n,r);Be(i,s)||(e.uniform1iv(this.addr,s),ke(i,s));for(let o=0;o!==r;++o)n.setTexture3D(t[o]||fb,s[o])}function xI(e,t,n){let i=this.cache,r=t.length,s=Qf(n,r);Be(i,s)||(e.uniform1iv(this.addr,s),ke(i,s));let o;this.type===e.SAMPLER_CUBE_SHADOW?o=th(lb):o=hb;for(let a=0;a!==r;++a)n.setTextureCube(t[a]||o,s[a])}function vI(e,t,n){let i=this.cache,r=t.length,s=Qf(n,r);Be(i,s)||(e.uniform1iv(this.addr,s),ke(i,s));for(let o=0;o!==r;++o)n.setTexture2DArray(t[o]||ub,s[o])}function bI(e){switch(e){case 5126:return nI;case 35664:return iI;case 35665:return rI;case 35666:return sI;case 35674:return oI;case 35675:return aI;case 35676:return cI;case 5124:case 35670:return lI;case 35667:case 35671:return uI;case 35668:case 35672:return fI;case 35669:case 35673:return hI;case 5125:return dI;case 36294:return pI;case 36295:return mI;case 36296:return gI;case 35678:case 36198:case 36298:case 36306:case 35682:return _I;case 35679:case 36299:case 36307:return yI;case 35680:case 36300:case 36308:case 36293:return xI;case 36289:case 36303:case 36311:case 36292:return vI}}var bm=class{constructor(t,n,i){this.id=t,this.addr=i,this.cache=[],this.type=n.type,this.setValue=eI(n.type)}},Sm=class{constructor(t,n,i){this.id=t,this.addr=i,this.cache=[],this.type=n.type,this.size=n.size,this.setValue=bI(n.type)}},Mm=class{constructor(t){this.id=t,this.seq=[],this.map={}}setValue(t,n,i){let r=this.seq;for(let s=0,o=r.length;s!==o;++s){let a=r[s];a.setValue(t,n[a.id],i)}}},xm=/(\w+)(\])?(\[|\.)?/g;function Xv(e,t){e.seq.push(t),e.map[t.id]=t}function SI(e,t,n){let i=e.name,r=i.length;for(xm.lastIndex=0;;){let s=xm.exec(i),o=xm.lastIndex,a=s[1],c=s[2]==="]",l=s[3];if(c&&(a=a|0),l===void 0||l==="["&&o+2===r){Xv(n,l===void 0?new bm(a,e,t):new Sm(a,e,t));break}else{let h=n.map[a];h===void 0&&(h=new Mm(a),Xv(n,h)),n=h}}}var ua=class{constructor(t,n){this.seq=[],this.map={};let i=t.getProgramParameter(n,t.ACTIVE_UNIFORMS);for(let o=0;o<i;++o){let a=t.getActiveUniform(n,o),c=t.getUniformLocation(n,a.name);SI(a,c,this)}let r=[],s=[];for(let o of this.seq)o.type===t.SAMPLER_2D_SHADOW||o.type===t.SAMPLER_CUBE_SHADOW||o.type===t.SAMPLER_2D_ARRAY_SHADOW?r.push(o):s.push(o);r.length>0&&(this.seq=r.concat(s))}setValue(t,n,i,r){let s=this.map[n];s!==void 0&&s.setValue(t,i,r)}setOptional(t,n,i){let r=n[i];r!==void 0&&this.setValue(t,i,r)}static upload(t,n,i,r){for(let s=0,o=n.length;s!==o;++s){let a=n[s],c=i[a.id];c.needsUpdate!==!1&&a.setValue(t,c.value,r)}}static seqWithValue(t,n){let i=[];for(let r=0,s=t.length;r!==s;++r){let o=t[r];o.id in n&&i.push(o)}return i}};function $v(e,t,n){let i=e.createShader(t);return e.shaderSource(i,n),e.compileShader(i),i}var MI=37297,wI=0;function TI(e,t){let n=e.split(`
`),i=[],r=Math.max(t-6,0),s=Math.min(t+6,n.length);for(let o=r;o<s;o++){let a=o+1;i.push(`${a===t?">":" "} ${a}: ${n[o]}`)}return i.join(`
`)}var Yv=new zt;function EI(e){jt._getMatrix(Yv,jt.workingColorSpace,e);let t=`mat3( ${Yv.elements.map(n=>n.toFixed(4))} )`;switch(jt.getTransfer(e)){case _c:return[t,"LinearTransferOETF"];case ue:return[t,"sRGBTransferOETF"];default:return Ut("WebGLProgram: Unsupported color space: ",e),[t,"LinearTransferOETF"]}}function qv(e,t,n){let i=e.getShaderParameter(t,e.COMPILE_STATUS),s=(e.getShaderInfoLog(t)||"").trim();if(i&&s==="")return"";let o=/ERROR: 0:(\d+)/.exec(s);if(o){let a=parseInt(o[1]);return n.toUpperCase()+`

`+s+`

`+TI(e.getShaderSource(t),a)}else return s}function AI(e,t){let n=EI(t);return[`vec4 ${e}( vec4 value ) {`,`	return ${n[1]}( vec4( ${n[0]} * value.rgb, value.a ) );`,"}"].join(`
`)}var CI={[zp]:"Linear",[Gp]:"Reinhard",[Vp]:"Cineon",[Hp]:"ACESFilmic",[Xp]:"AgX",[$p]:"Neutral",[Wp]:"Custom"};function RI(e,t){let n=CI[t];return n===void 0?(Ut("WebGLProgram: Unsupported toneMapping:",t),"vec3 "+e+"( vec3 color ) { return LinearToneMapping( color ); }"):"vec3 "+e+"( vec3 color ) { return "+n+"ToneMapping( color ); }"}var Jf=new G;function PI(){jt.getLuminanceCoefficients(Jf);let e=Jf.x.toFixed(4),t=Jf.y.toFixed(4),n=Jf.z.toFixed(4);return["float luminance( const in vec3 rgb ) {",`	const vec3 weights = vec3( ${e}, ${t}, ${n} );`,"	return dot( weights, rgb );","}"].join(`
`)}function II(e){return[e.extensionClipCullDistance?"#extension GL_ANGLE_clip_cull_distance : require":"",e.extensionMultiDraw?"#extension GL_ANGLE_multi_draw : require":""].filter(qc).join(`
`)}function LI(e){let t=[];for(let n in e){let i=e[n];i!==!1&&t.push("#define "+n+" "+i)}return t.join(`
`)}function DI(e,t){let n={},i=e.getProgramParameter(t,e.ACTIVE_ATTRIBUTES);for(let r=0;r<i;r++){let s=e.getActiveAttrib(t,r),o=s.name,a=1;s.type===e.FLOAT_MAT2&&(a=2),s.type===e.FLOAT_MAT3&&(a=3),s.type===e.FLOAT_MAT4&&(a=4),n[o]={type:s.type,location:e.getAttribLocation(t,o),locationSize:a}}return n}function qc(e){return e!==""}function Zv(e,t){let n=t.numSpotLightShadows+t.numSpotLightMaps-t.numSpotLightShadowsWithMaps;return e.replace(/NUM_SUN_LIGHTS/g,t.numSunLights).replace(/NUM_DIR_LIGHTS/g,t.numDirLights).replace(/NUM_SPOT_LIGHTS/g,t.numSpotLights).replace(/NUM_SPOT_LIGHT_MAPS/g,t.numSpotLightMaps).replace(/NUM_SPOT_LIGHT_COORDS/g,n).replace(/NUM_RECT_AREA_LIGHTS/g,t.numRectAreaLights).replace(/NUM_POINT_LIGHTS/g,t.numPointLights).replace(/NUM_HEMI_LIGHTS/g,t.numHemiLights).replace(/NUM_SUN_LIGHT_SHADOWS/g,t.numSunLightShadows).replace(/NUM_DIR_LIGHT_SHADOWS/g,t.numDirLightShadows).replace(/NUM_SPOT_LIGHT_SHADOWS_WITH_MAPS/g,t.numSpotLightShadowsWithMaps).replace(/NUM_SPOT_LIGHT_SHADOWS/g,t.numSpotLightShadows).replace(/NUM_POINT_LIGHT_SHADOWS/g,t.numPointLightShadows).replace(/NUM_LIGHT_PROBE_GRIDS/g,t.numLightProbeGrids)}function Jv(e,t){return e.replace(/NUM_CLIPPING_PLANES/g,t.numClippingPlanes).replace(/UNION_CLIPPING_PLANES/g,t.numClippingPlanes-t.numClipIntersection)}var NI=/^[ \t]*#include +<([\w\d./]+)>/gm;function wm(e){return e.replace(NI,UI)}function UI(e,t){let n=Jt[t];if(n===void 0)throw new Error("THREE.WebGLProgram: Can not resolve #include <"+t+">");return wm(n)}var FI=/#pragma unroll_loop_start\s+for\s*\(\s*int\s+i\s*=\s*(\d+)\s*;\s*i\s*<\s*(\d+)\s*;\s*i\s*\+\+\s*\)\s*{([\s\S]+?)}\s+#pragma unroll_loop_end/g;function Kv(e){return e.replace(FI,OI)}function OI(e,t,n,i){let r="";for(let s=parseInt(t);s<parseInt(n);s++)r+=i.replace(/\[\s*i\s*\]/g,"[ "+s+" ]").replace(/UNROLLED_LOOP_INDEX/g,s);return r}function jv(e){let t=`precision ${e.precision} float;
	precision ${e.precision} int;
	precision ${e.precision} sampler2D;
	precision ${e.precision} samplerCube;
	precision ${e.precision} sampler3D;
	precision ${e.precision} sampler2DArray;
	precision ${e.precision} sampler2DShadow;
	precision ${e.precision} samplerCubeShadow;
	precision ${e.precision} sampler2DArrayShadow;
	precision ${e.precision} isampler2D;
	precision ${e.precision} isampler3D;
	precision ${e.precision} isamplerCube;
	precision ${e.precision} isampler2DArray;
	precision ${e.precision} usampler2D;
	precision ${e.precision} usampler3D;
	precision ${e.precision} usamplerCube;
	precision ${e.precision} usampler2DArray;
	`;return e.precision==="highp"?t+=`
#define HIGH_PRECISION`:e.precision==="mediump"?t+=`
#define MEDIUM_PRECISION`:e.precision==="lowp"&&(t+=`
#define LOW_PRECISION`),t}var BI={[Fc]:"SHADOWMAP_TYPE_PCF",[oa]:"SHADOWMAP_TYPE_VSM"};function kI(e){return BI[e.shadowMapType]||"SHADOWMAP_TYPE_BASIC"}var zI={[ca]:"ENVMAP_MODE_REFRACTION"};function GI(e){return e.envMap===!1?"ENVMAP_MODE_REFLECTION":zI[e.envMapMode]||"ENVMAP_MODE_REFLECTION"}var VI={[kp]:"ENVMAP_BLENDING_MULTIPLY",[yv]:"ENVMAP_BLENDING_MIX",[xv]:"ENVMAP_BLENDING_ADD"};function HI(e){return e.envMap===!1?"ENVMAP_BLENDING_NONE":VI[e.combine]||"ENVMAP_BLENDING_NONE"}function WI(e,t,n,i){let r=e.getContext(),s=n.defines,o=n.vertexShader,a=n.fragmentShader,c=kI(n),l=n.envMapPMREM===!0?"ENVMAP_TYPE_PMREM":"ENVMAP_TYPE_CUBE",u=GI(n),h=HI(n),f=II(n),d=LI(s),p=r.createProgram(),_,m,g=n.glslVersion?"#version "+n.glslVersion+`
`:"";n.isRawShaderMaterial?(_=["#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d].filter(qc).join(`
`),_.length>0&&(_+=`
`),m=["#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d].filter(qc).join(`
`),m.length>0&&(m+=`
`)):(_=[jv(n),"#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d,n.extensionClipCullDistance?"#define USE_CLIP_DISTANCE":"",n.batching?"#define USE_BATCHING":"",n.batchingColor?"#define USE_BATCHING_COLOR":"",n.instancing?"#define USE_INSTANCING":"",n.instancingColor?"#define USE_INSTANCING_COLOR":"",n.instancingMorph?"#define USE_INSTANCING_MORPH":"",n.useFog&&n.fog?"#define USE_FOG":"",n.useFog&&n.fogExp2?"#define FOG_EXP2":"",n.map?"#define USE_MAP":"",n.envMap?"#define USE_ENVMAP":"",n.envMap?"#define "+u:"",n.lightMap?"#define USE_LIGHTMAP":"",n.aoMap?"#define USE_AOMAP":"",n.bumpMap?"#define USE_BUMPMAP":"",n.normalMap?"#define USE_NORMALMAP":"",n.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",n.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",n.displacementMap?"#define USE_DISPLACEMENTMAP":"",n.emissiveMap?"#define USE_EMISSIVEMAP":"",n.anisotropy?"#define USE_ANISOTROPY":"",n.anisotropyMap?"#define USE_ANISOTROPYMAP":"",n.clearcoatMap?"#define USE_CLEARCOATMAP":"",n.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",n.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",n.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",n.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",n.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",n.specularMap?"#define USE_SPECULARMAP":"",n.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",n.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",n.roughnessMap?"#define USE_ROUGHNESSMAP":"",n.metalnessMap?"#define USE_METALNESSMAP":"",n.alphaMap?"#define USE_ALPHAMAP":"",n.alphaHash?"#define USE_ALPHAHASH":"",n.transmission?"#define USE_TRANSMISSION":"",n.transmissionMap?"#define USE_TRANSMISSIONMAP":"",n.thicknessMap?"#define USE_THICKNESSMAP":"",n.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",n.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",n.mapUv?"#define MAP_UV "+n.mapUv:"",n.alphaMapUv?"#define ALPHAMAP_UV "+n.alphaMapUv:"",n.lightMapUv?"#define LIGHTMAP_UV "+n.lightMapUv:"",n.aoMapUv?"#define AOMAP_UV "+n.aoMapUv:"",n.emissiveMapUv?"#define EMISSIVEMAP_UV "+n.emissiveMapUv:"",n.bumpMapUv?"#define BUMPMAP_UV "+n.bumpMapUv:"",n.normalMapUv?"#define NORMALMAP_UV "+n.normalMapUv:"",n.displacementMapUv?"#define DISPLACEMENTMAP_UV "+n.displacementMapUv:"",n.metalnessMapUv?"#define METALNESSMAP_UV "+n.metalnessMapUv:"",n.roughnessMapUv?"#define ROUGHNESSMAP_UV "+n.roughnessMapUv:"",n.anisotropyMapUv?"#define ANISOTROPYMAP_UV "+n.anisotropyMapUv:"",n.clearcoatMapUv?"#define CLEARCOATMAP_UV "+n.clearcoatMapUv:"",n.clearcoatNormalMapUv?"#define CLEARCOAT_NORMALMAP_UV "+n.clearcoatNormalMapUv:"",n.clearcoatRoughnessMapUv?"#define CLEARCOAT_ROUGHNESSMAP_UV "+n.clearcoatRoughnessMapUv:"",n.diffuseRoughnessMapUv?"#define DIFFUSE_ROUGHNESSMAP_UV "+n.diffuseRoughnessMapUv:"",n.iridescenceMapUv?"#define IRIDESCENCEMAP_UV "+n.iridescenceMapUv:"",n.iridescenceThicknessMapUv?"#define IRIDESCENCE_THICKNESSMAP_UV "+n.iridescenceThicknessMapUv:"",n.sheenColorMapUv?"#define SHEEN_COLORMAP_UV "+n.sheenColorMapUv:"",n.sheenRoughnessMapUv?"#define SHEEN_ROUGHNESSMAP_UV "+n.sheenRoughnessMapUv:"",n.specularMapUv?"#define SPECULARMAP_UV "+n.specularMapUv:"",n.specularColorMapUv?"#define SPECULAR_COLORMAP_UV "+n.specularColorMapUv:"",n.specularIntensityMapUv?"#define SPECULAR_INTENSITYMAP_UV "+n.specularIntensityMapUv:"",n.transmissionMapUv?"#define TRANSMISSIONMAP_UV "+n.transmissionMapUv:"",n.thicknessMapUv?"#define THICKNESSMAP_UV "+n.thicknessMapUv:"",n.vertexTangents&&n.flatShading===!1?"#define USE_TANGENT":"",n.vertexNormals?"#define HAS_NORMAL":"",n.vertexColors?"#define USE_COLOR":"",n.vertexAlphas?"#define USE_COLOR_ALPHA":"",n.vertexUv1s?"#define USE_UV1":"",n.vertexUv2s?"#define USE_UV2":"",n.vertexUv3s?"#define USE_UV3":"",n.pointsUvs?"#define USE_POINTS_UV":"",n.flatShading?"#define FLAT_SHADED":"",n.skinning?"#define USE_SKINNING":"",n.morphTargets?"#define USE_MORPHTARGETS":"",n.morphNormals&&n.flatShading===!1?"#define USE_MORPHNORMALS":"",n.morphColors?"#define USE_MORPHCOLORS":"",n.morphTargetsCount>0?"#define MORPHTARGETS_TEXTURE_STRIDE "+n.morphTextureStride:"",n.morphTargetsCount>0?"#define MORPHTARGETS_COUNT "+n.morphTargetsCount:"",n.doubleSided?"#define DOUBLE_SIDED":"",n.flipSided?"#define FLIP_SIDED":"",n.shadowMapEnabled?"#define USE_SHADOWMAP":"",n.shadowMapEnabled?"#define "+c:"",n.sizeAttenuation?"#define USE_SIZEATTENUATION":"",n.numLightProbes>0?"#define USE_LIGHT_PROBES":"",n.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",n.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 modelMatrix;","uniform mat4 modelViewMatrix;","uniform mat4 projectionMatrix;","uniform mat4 viewMatrix;","uniform mat3 normalMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;","#ifdef USE_INSTANCING","	attribute mat4 instanceMatrix;","#endif","#ifdef USE_INSTANCING_COLOR","	attribute vec3 instanceColor;","#endif","#ifdef USE_INSTANCING_MORPH","	uniform sampler2D morphTexture;","#endif","attribute vec3 position;","attribute vec3 normal;","attribute vec2 uv;","#ifdef USE_UV1","	attribute vec2 uv1;","#endif","#ifdef USE_UV2","	attribute vec2 uv2;","#endif","#ifdef USE_UV3","	attribute vec2 uv3;","#endif","#ifdef USE_TANGENT","	attribute vec4 tangent;","#endif","#if defined( USE_COLOR_ALPHA )","	attribute vec4 color;","#elif defined( USE_COLOR )","	attribute vec3 color;","#endif","#ifdef USE_SKINNING","	attribute vec4 skinIndex;","	attribute vec4 skinWeight;","#endif",`
`].filter(qc).join(`
`),m=[jv(n),"#define SHADER_TYPE "+n.shaderType,"#define SHADER_NAME "+n.shaderName,d,n.useFog&&n.fog?"#define USE_FOG":"",n.useFog&&n.fogExp2?"#define FOG_EXP2":"",n.alphaToCoverage?"#define ALPHA_TO_COVERAGE":"",n.map?"#define USE_MAP":"",n.matcap?"#define USE_MATCAP":"",n.envMap?"#define USE_ENVMAP":"",n.envMap?"#define "+l:"",n.envMap?"#define "+u:"",n.envMap?"#define "+h:"",n.envMapPMREM?"#define ENVMAP_MAX_LOD "+n.envMapMaxLod+".0":"",n.envMapPMREM?"#define ENVMAP_SIZE "+n.envMapSize+".0":"",n.lightMap?"#define USE_LIGHTMAP":"",n.aoMap?"#define USE_AOMAP":"",n.bumpMap?"#define USE_BUMPMAP":"",n.normalMap?"#define USE_NORMALMAP":"",n.normalMapObjectSpace?"#define USE_NORMALMAP_OBJECTSPACE":"",n.normalMapTangentSpace?"#define USE_NORMALMAP_TANGENTSPACE":"",n.packedNormalMap?"#define USE_PACKED_NORMALMAP":"",n.emissiveMap?"#define USE_EMISSIVEMAP":"",n.anisotropy?"#define USE_ANISOTROPY":"",n.anisotropyMap?"#define USE_ANISOTROPYMAP":"",n.clearcoat?"#define USE_CLEARCOAT":"",n.clearcoatMap?"#define USE_CLEARCOATMAP":"",n.clearcoatRoughnessMap?"#define USE_CLEARCOAT_ROUGHNESSMAP":"",n.clearcoatNormalMap?"#define USE_CLEARCOAT_NORMALMAP":"",n.diffuseRoughness?"#define USE_DIFFUSE_ROUGHNESS":"",n.diffuseRoughnessMap?"#define USE_DIFFUSE_ROUGHNESSMAP":"",n.dispersion?"#define USE_DISPERSION":"",n.retroreflection?"#define USE_RETROREFLECTION":"",n.iridescence?"#define USE_IRIDESCENCE":"",n.iridescenceMap?"#define USE_IRIDESCENCEMAP":"",n.iridescenceThicknessMap?"#define USE_IRIDESCENCE_THICKNESSMAP":"",n.specularMap?"#define USE_SPECULARMAP":"",n.specularColorMap?"#define USE_SPECULAR_COLORMAP":"",n.specularIntensityMap?"#define USE_SPECULAR_INTENSITYMAP":"",n.roughnessMap?"#define USE_ROUGHNESSMAP":"",n.metalnessMap?"#define USE_METALNESSMAP":"",n.alphaMap?"#define USE_ALPHAMAP":"",n.alphaTest?"#define USE_ALPHATEST":"",n.alphaHash?"#define USE_ALPHAHASH":"",n.sheen?"#define USE_SHEEN":"",n.sheenColorMap?"#define USE_SHEEN_COLORMAP":"",n.sheenRoughnessMap?"#define USE_SHEEN_ROUGHNESSMAP":"",n.transmission?"#define USE_TRANSMISSION":"",n.transmissionMap?"#define USE_TRANSMISSIONMAP":"",n.thicknessMap?"#define USE_THICKNESSMAP":"",n.vertexTangents&&n.flatShading===!1?"#define USE_TANGENT":"",n.vertexColors||n.instancingColor?"#define USE_COLOR":"",n.vertexAlphas||n.batchingColor?"#define USE_COLOR_ALPHA":"",n.vertexUv1s?"#define USE_UV1":"",n.vertexUv2s?"#define USE_UV2":"",n.vertexUv3s?"#define USE_UV3":"",n.pointsUvs?"#define USE_POINTS_UV":"",n.gradientMap?"#define USE_GRADIENTMAP":"",n.flatShading?"#define FLAT_SHADED":"",n.doubleSided?"#define DOUBLE_SIDED":"",n.flipSided?"#define FLIP_SIDED":"",n.shadowMapEnabled?"#define USE_SHADOWMAP":"",n.shadowMapEnabled?"#define "+c:"",n.premultipliedAlpha?"#define PREMULTIPLIED_ALPHA":"",n.numLightProbes>0?"#define USE_LIGHT_PROBES":"",n.decodeVideoTexture?"#define DECODE_VIDEO_TEXTURE":"",n.decodeVideoTextureEmissive?"#define DECODE_VIDEO_TEXTURE_EMISSIVE":"",n.logarithmicDepthBuffer?"#define USE_LOGARITHMIC_DEPTH_BUFFER":"",n.reversedDepthBuffer?"#define USE_REVERSED_DEPTH_BUFFER":"","uniform mat4 viewMatrix;","uniform vec3 cameraPosition;","uniform bool isOrthographic;",n.toneMapping!==ji?"#define TONE_MAPPING":"",n.toneMapping!==ji?Jt.tonemapping_pars_fragment:"",n.toneMapping!==ji?RI("toneMapping",n.toneMapping):"",n.dithering?"#define DITHERING":"",n.opaque?"#define OPAQUE":"",Jt.colorspace_pars_fragment,AI("linearToOutputTexel",n.outputColorSpace),PI(),n.useDepthPacking?"#define DEPTH_PACKING "+n.depthPacking:"",`
`].filter(qc).join(`
`)),o=wm(o),o=Zv(o,n),o=Jv(o,n),a=wm(a),a=Zv(a,n),a=Jv(a,n),o=Kv(o),a=Kv(a),n.isRawShaderMaterial!==!0&&(g=`#version 300 es
`,_=[f,"#define attribute in","#define varying out","#define texture2D texture"].join(`
`)+`
`+_,m=["#define varying in",n.glslVersion===Wc?"":"layout(location = 0) out highp vec4 pc_fragColor;",n.glslVersion===Wc?"":"#define gl_FragColor pc_fragColor","#define gl_FragDepthEXT gl_FragDepth","#define texture2D texture","#define textureCube texture","#define texture2DProj textureProj","#define texture2DLodEXT textureLod","#define texture2DProjLodEXT textureProjLod","#define textureCubeLodEXT textureLod","#define texture2DGradEXT textureGrad","#define texture2DProjGradEXT textureProjGrad","#define textureCubeGradEXT textureGrad"].join(`
`)+`
`+m);let x=g+_+o,M=g+m+a,v=$v(r,r.VERTEX_SHADER,x),T=$v(r,r.FRAGMENT_SHADER,M);r.attachShader(p,v),r.attachShader(p,T),n.index0AttributeName!==void 0?r.bindAttribLocation(p,0,n.index0AttributeName):n.hasPositionAttribute===!0&&r.bindAttribLocation(p,0,"position"),r.linkProgram(p);function b(C){if(e.debug.checkShaderErrors){let A=r.getProgramInfoLog(p)||"",D=r.getShaderInfoLog(v)||"",B=r.getShaderInfoLog(T)||"",I=A.trim(),L=D.trim(),k=B.trim(),z=!0,Z=!0;if(r.getProgramParameter(p,r.LINK_STATUS)===!1)if(z=!1,typeof e.debug.onShaderError=="function")e.debug.onShaderError(r,p,v,T);else{let U=qv(r,v,"vertex"),V=qv(r,T,"fragment");kt("WebGLProgram: Shader Error "+r.getError()+" - VALIDATE_STATUS "+r.getProgramParameter(p,r.VALIDATE_STATUS)+`

Material Name: `+C.name+`
Material Type: `+C.type+`

Program Info Log: `+I+`
`+U+`
`+V)}else I!==""?Ut("WebGLProgram: Program Info Log:",I):(L===""||k==="")&&(Z=!1);Z&&(C.diagnostics={runnable:z,programLog:I,vertexShader:{log:L,prefix:_},fragmentShader:{log:k,prefix:m}})}r.deleteShader(v),r.deleteShader(T),y=new ua(r,p),S=DI(r,p)}let y;this.getUniforms=function(){return y===void 0&&b(this),y};let S;this.getAttributes=function(){return S===void 0&&b(this),S};let P=n.rendererExtensionParallelShaderCompile===!1;return this.isReady=function(){return P===!1&&(P=r.getProgramParameter(p,MI)),P},this.destroy=function(){i.releaseStatesOfProgram(this),r.deleteProgram(p),this.program=void 0},this.type=n.shaderType,this.name=n.shaderName,this.id=wI++,this.cacheKey=t,this.usedTimes=1,this.program=p,this.vertexShader=v,this.fragmentShader=T,this}var XI=0,Tm=class{constructor(){this.shaderCache=new Map,this.materialCache=new Map}update(t,n,i){let r=this._getShaderCacheForMaterial(t);return r.has(n)===!1&&(r.add(n),n.usedTimes++),r.has(i)===!1&&(r.add(i),i.usedTimes++),this}remove(t){let n=this.materialCache.get(t);for(let i of n)i.usedTimes--,i.usedTimes===0&&this.shaderCache.delete(i.code);return this.materialCache.delete(t),this}getVertexShaderStage(t){return this._getShaderStage(t.vertexShader)}getFragmentShaderStage(t){return this._getShaderStage(t.fragmentShader)}dispose(){this.shaderCache.clear(),this.materialCache.clear()}_getShaderCacheForMaterial(t){let n=this.materialCache,i=n.get(t);return i===void 0&&(i=new Set,n.set(t,i)),i}_getShaderStage(t){let n=this.shaderCache,i=n.get(t);return i===void 0&&(i=new Em(t),n.set(t,i)),i}},Em=class{constructor(t){this.id=XI++,this.code=t,this.usedTimes=0}};function $I(e){return e===ms||e===Vc||e===Hc}function YI(e,t,n,i,r,s){let o=new Sc,a=new Tm,c=new Set,l=[],u=new Map,h=i.logarithmicDepthBuffer,f={MeshDepthMaterial:"depth",MeshDistanceMaterial:"distance",MeshNormalMaterial:"normal",MeshBasicMaterial:"basic",MeshLambertMaterial:"lambert",MeshPhongMaterial:"phong",MeshToonMaterial:"toon",MeshStandardMaterial:"physical",MeshPhysicalMaterial:"physical",MeshMatcapMaterial:"matcap",LineBasicMaterial:"basic",LineDashedMaterial:"dashed",PointsMaterial:"points",ShadowMaterial:"shadow",SpriteMaterial:"sprite"};function d(y){return c.add(y),y===0?"uv":`uv${y}`}function p(y,S,P,C,A,D){let B=C.fog,I=A.geometry,L=y.isMeshStandardMaterial||y.isMeshLambertMaterial||y.isMeshPhongMaterial?C.environment:null,k=y.isMeshStandardMaterial||y.isMeshLambertMaterial&&!y.envMap||y.isMeshPhongMaterial&&!y.envMap,z=t.get(y.envMap||L,k),Z=f[y.type],U=i.precision;y.precision!==null&&(U=i.getMaxPrecision(y.precision),U!==y.precision&&Ut("WebGLProgram.getParameters:",y.precision,"not supported, using",U,"instead."));let V=I.morphAttributes.position||I.morphAttributes.normal||I.morphAttributes.color,Y=V!==void 0?V.length:0,st=0;I.morphAttributes.position!==void 0&&(st=1),I.morphAttributes.normal!==void 0&&(st=2),I.morphAttributes.color!==void 0&&(st=3);let ct,X,at,ft;if(Z){let Tt=En[Z];ct=Tt.vertexShader,X=Tt.fragmentShader}else{ct=y.vertexShader,X=y.fragmentShader;let Tt=a.getVertexShaderStage(y),he=a.getFragmentShaderStage(y);a.update(y,Tt,he),at=Tt.id,ft=he.id}let ot=e.getRenderTarget(),rt=e.state.buffers.depth.getReversed(),J=A.isInstancedMesh===!0,gt=A.isBatchedMesh===!0,lt=!!y.map,K=!!y.matcap,Pt=!!z,pt=Pt&&z.isPMREMTexture===!0,Ft=!!y.aoMap,Gt=!!y.lightMap,oe=!!y.bumpMap&&y.wireframe===!1,re=!!y.normalMap,Ye=!!y.displacementMap,Ue=!!y.emissiveMap,Nn=!!y.metalnessMap,xn=!!y.roughnessMap,Un=y.anisotropy>0,O=y.clearcoat>0,Fn=y.diffuseRoughness>0,ye=y.dispersion>0,xe=y.retroreflectivity>0,mt=y.iridescence>0,Ae=y.sheen>0,Lt=y.transmission>0,Bt=Un&&!!y.anisotropyMap,R=O&&!!y.clearcoatMap,w=O&&!!y.clearcoatNormalMap,H=O&&!!y.clearcoatRoughnessMap,ut=Fn&&!!y.diffuseRoughnessMap,nt=mt&&!!y.iridescenceMap,_t=mt&&!!y.iridescenceThicknessMap,St=Ae&&!!y.sheenColorMap,Q=Ae&&!!y.sheenRoughnessMap,tt=!!y.specularMap,xt=!!y.specularColorMap,N=!!y.specularIntensityMap,et=Lt&&!!y.transmissionMap,j=Lt&&!!y.thicknessMap,vt=!!y.gradientMap,dt=!!y.alphaMap,yt=y.alphaTest>0,Dt=!!y.alphaHash,Zt=!!y.extensions,ht=ji;y.toneMapped&&(ot===null||ot.isXRRenderTarget===!0)&&(ht=e.toneMapping);let Nt=pt?z.isCompressedCubeTexture?z.image[0].mipmaps:z.mipmaps:null,qt={shaderID:Z,shaderType:y.type,shaderName:y.name,vertexShader:ct,fragmentShader:X,defines:y.defines,customVertexShaderID:at,customFragmentShaderID:ft,isRawShaderMaterial:y.isRawShaderMaterial===!0,glslVersion:y.glslVersion,precision:U,batching:gt,batchingColor:gt&&A._colorsTexture!==null,instancing:J,instancingColor:J&&A.instanceColor!==null,instancingMorph:J&&A.morphTexture!==null,outputColorSpace:ot===null?e.outputColorSpace:ot.isXRRenderTarget===!0?ot.texture.colorSpace:jt.workingColorSpace,alphaToCoverage:!!y.alphaToCoverage,map:lt,matcap:K,envMap:Pt,envMapMode:Pt&&z.mapping,envMapPMREM:pt,envMapMaxLod:pt?Nt.length-1:null,envMapSize:pt?Nt[0].width:null,aoMap:Ft,lightMap:Gt,bumpMap:oe,normalMap:re,displacementMap:Ye,emissiveMap:Ue,normalMapObjectSpace:re&&y.normalMapType===Sv,normalMapTangentSpace:re&&y.normalMapType===em,packedNormalMap:re&&y.normalMapType===em&&$I(y.normalMap.format),metalnessMap:Nn,roughnessMap:xn,anisotropy:Un,anisotropyMap:Bt,clearcoat:O,clearcoatMap:R,clearcoatNormalMap:w,clearcoatRoughnessMap:H,diffuseRoughness:Fn,diffuseRoughnessMap:ut,dispersion:ye,retroreflection:xe,iridescence:mt,iridescenceMap:nt,iridescenceThicknessMap:_t,sheen:Ae,sheenColorMap:St,sheenRoughnessMap:Q,specularMap:tt,specularColorMap:xt,specularIntensityMap:N,transmission:Lt,transmissionMap:et,thicknessMap:j,gradientMap:vt,opaque:y.transparent===!1&&y.blending===aa&&y.alphaToCoverage===!1,alphaMap:dt,alphaTest:yt,alphaHash:Dt,combine:y.combine,mapUv:lt&&d(y.map.channel),aoMapUv:Ft&&d(y.aoMap.channel),lightMapUv:Gt&&d(y.lightMap.channel),bumpMapUv:oe&&d(y.bumpMap.channel),normalMapUv:re&&d(y.normalMap.channel),displacementMapUv:Ye&&d(y.displacementMap.channel),emissiveMapUv:Ue&&d(y.emissiveMap.channel),metalnessMapUv:Nn&&d(y.metalnessMap.channel),roughnessMapUv:xn&&d(y.roughnessMap.channel),anisotropyMapUv:Bt&&d(y.anisotropyMap.channel),clearcoatMapUv:R&&d(y.clearcoatMap.channel),clearcoatNormalMapUv:w&&d(y.clearcoatNormalMap.channel),clearcoatRoughnessMapUv:H&&d(y.clearcoatRoughnessMap.channel),diffuseRoughnessMapUv:ut&&d(y.diffuseRoughnessMap.channel),iridescenceMapUv:nt&&d(y.iridescenceMap.channel),iridescenceThicknessMapUv:_t&&d(y.iridescenceThicknessMap.channel),sheenColorMapUv:St&&d(y.sheenColorMap.channel),sheenRoughnessMapUv:Q&&d(y.sheenRoughnessMap.channel),specularMapUv:tt&&d(y.specularMap.channel),specularColorMapUv:xt&&d(y.specularColorMap.channel),specularIntensityMapUv:N&&d(y.specularIntensityMap.channel),transmissionMapUv:et&&d(y.transmissionMap.channel),thicknessMapUv:j&&d(y.thicknessMap.channel),alphaMapUv:dt&&d(y.alphaMap.channel),vertexTangents:!!I.attributes.tangent&&(re||Un),vertexNormals:!!I.attributes.normal,vertexColors:y.vertexColors,vertexAlphas:y.vertexColors===!0&&!!I.attributes.color&&I.attributes.color.itemSize===4,pointsUvs:A.isPoints===!0&&!!I.attributes.uv&&(lt||dt),fog:!!B,useFog:y.fog===!0,fogExp2:!!B&&B.isFogExp2,flatShading:y.wireframe===!1&&(y.flatShading===!0||I.attributes.normal===void 0&&re===!1&&(y.isMeshLambertMaterial||y.isMeshPhongMaterial||y.isMeshStandardMaterial||y.isMeshPhysicalMaterial)),sizeAttenuation:y.sizeAttenuation===!0,logarithmicDepthBuffer:h,reversedDepthBuffer:rt,skinning:A.isSkinnedMesh===!0,hasPositionAttribute:I.attributes.position!==void 0,morphTargets:I.morphAttributes.position!==void 0,morphNormals:I.morphAttributes.normal!==void 0,morphColors:I.morphAttributes.color!==void 0,morphTargetsCount:Y,morphTextureStride:st,numSunLights:S.sun.length,numDirLights:S.directional.length,numPointLights:S.point.length,numSpotLights:S.spot.length,numSpotLightMaps:S.spotLightMap.length,numRectAreaLights:S.rectArea.length,numHemiLights:S.hemi.length,numSunLightShadows:S.sunShadowMap.length,numDirLightShadows:S.directionalShadowMap.length,numPointLightShadows:S.pointShadowMap.length,numSpotLightShadows:S.spotShadowMap.length,numSpotLightShadowsWithMaps:S.numSpotLightShadowsWithMaps,numLightProbes:S.numLightProbes,numLightProbeGrids:D.filter(Tt=>Tt.texture!==null).length,numClippingPlanes:s.numPlanes,numClipIntersection:s.numIntersection,dithering:y.dithering,shadowMapEnabled:e.shadowMap.enabled&&P.length>0,shadowMapType:e.shadowMap.type,toneMapping:ht,decodeVideoTexture:lt&&y.map.isVideoTexture===!0&&jt.getTransfer(y.map.colorSpace)===ue,decodeVideoTextureEmissive:Ue&&y.emissiveMap.isVideoTexture===!0&&jt.getTransfer(y.emissiveMap.colorSpace)===ue,premultipliedAlpha:y.premultipliedAlpha,doubleSided:y.side===Ki,flipSided:y.side===Tn,useDepthPacking:y.depthPacking>=0,depthPacking:y.depthPacking||0,index0AttributeName:y.index0AttributeName,extensionClipCullDistance:Zt&&y.extensions.clipCullDistance===!0&&n.has("WEBGL_clip_cull_distance"),extensionMultiDraw:(Zt&&y.extensions.multiDraw===!0||gt)&&n.has("WEBGL_multi_draw"),rendererExtensionParallelShaderCompile:n.has("KHR_parallel_shader_compile"),customProgramCacheKey:y.customProgramCacheKey()};return qt.vertexUv1s=c.has(1),qt.vertexUv2s=c.has(2),qt.vertexUv3s=c.has(3),c.clear(),qt}function _(y){let S=[];if(y.shaderID?S.push(y.shaderID):(S.push(y.customVertexShaderID),S.push(y.customFragmentShaderID)),y.defines!==void 0)for(let P in y.defines)S.push(P),S.push(y.defines[P]);return y.isRawShaderMaterial===!1&&(m(S,y),g(S,y),S.push(e.outputColorSpace)),S.push(y.customProgramCacheKey),S.join()}function m(y,S){y.push(S.precision),y.push(S.outputColorSpace),y.push(S.envMapMode),y.push(S.envMapPMREM),y.push(S.envMapMaxLod),y.push(S.envMapSize),y.push(S.mapUv),y.push(S.alphaMapUv),y.push(S.lightMapUv),y.push(S.aoMapUv),y.push(S.bumpMapUv),y.push(S.normalMapUv),y.push(S.displacementMapUv),y.push(S.emissiveMapUv),y.push(S.metalnessMapUv),y.push(S.roughnessMapUv),y.push(S.anisotropyMapUv),y.push(S.clearcoatMapUv),y.push(S.clearcoatNormalMapUv),y.push(S.clearcoatRoughnessMapUv),y.push(S.diffuseRoughnessMapUv),y.push(S.iridescenceMapUv),y.push(S.iridescenceThicknessMapUv),y.push(S.sheenColorMapUv),y.push(S.sheenRoughnessMapUv),y.push(S.specularMapUv),y.push(S.specularColorMapUv),y.push(S.specularIntensityMapUv),y.push(S.transmissionMapUv),y.push(S.thicknessMapUv),y.push(S.combine),y.push(S.fogExp2),y.push(S.sizeAttenuation),y.push(S.morphTargetsCount),y.push(S.numSunLights),y.push(S.numDirLights),y.push(S.numPointLights),y.push(S.numSpotLights),y.push(S.numSpotLightMaps),y.push(S.numHemiLights),y.push(S.numRectAreaLights),y.push(S.numSunLightShadows),y.push(S.numDirLightShadows),y.push(S.numPointLightShadows),y.push(S.numSpotLightShadows),y.push(S.numSpotLightShadowsWithMaps),y.push(S.numLightProbes),y.push(S.numLightProbeGrids),y.push(S.shadowMapType),y.push(S.toneMapping),y.push(S.numClippingPlanes),y.push(S.numClipIntersection),y.push(S.depthPacking)}function g(y,S){o.disableAll(),S.instancing&&o.enable(0),S.instancingColor&&o.enable(1),S.instancingMorph&&o.enable(2),S.matcap&&o.enable(3),S.envMap&&o.enable(4),S.normalMapObjectSpace&&o.enable(5),S.normalMapTangentSpace&&o.enable(6),S.clearcoat&&o.enable(7),S.iridescence&&o.enable(8),S.alphaTest&&o.enable(9),S.vertexColors&&o.enable(10),S.vertexAlphas&&o.enable(11),S.vertexUv1s&&o.enable(12),S.vertexUv2s&&o.enable(13),S.vertexUv3s&&o.enable(14),S.vertexTangents&&o.enable(15),S.anisotropy&&o.enable(16),S.alphaHash&&o.enable(17),S.batching&&o.enable(18),S.dispersion&&o.enable(19),S.retroreflection&&o.enable(24),S.diffuseRoughness&&o.enable(25),S.batchingColor&&o.enable(20),S.gradientMap&&o.enable(21),S.packedNormalMap&&o.enable(22),S.vertexNormals&&o.enable(23),y.push(o.mask),o.disableAll(),S.fog&&o.enable(0),S.useFog&&o.enable(1),S.flatShading&&o.enable(2),S.logarithmicDepthBuffer&&o.enable(3),S.reversedDepthBuffer&&o.enable(4),S.skinning&&o.enable(5),S.morphTargets&&o.enable(6),S.morphNormals&&o.enable(7),S.morphColors&&o.enable(8),S.premultipliedAlpha&&o.enable(9),S.shadowMapEnabled&&o.enable(10),S.doubleSided&&o.enable(11),S.flipSided&&o.enable(12),S.useDepthPacking&&o.enable(13),S.dithering&&o.enable(14),S.transmission&&o.enable(15),S.sheen&&o.enable(16),S.opaque&&o.enable(17),S.pointsUvs&&o.enable(18),S.decodeVideoTexture&&o.enable(19),S.decodeVideoTextureEmissive&&o.enable(20),S.alphaToCoverage&&o.enable(21),S.numLightProbeGrids>0&&o.enable(22),S.hasPositionAttribute&&o.enable(23),y.push(o.mask)}function x(y){let S=f[y.type],P;if(S){let C=En[S];P=$c.clone(C.uniforms)}else P=y.uniforms;return P}function M(y,S){let P=u.get(S);return P!==void 0?++P.usedTimes:(P=new WI(e,S,y,r),l.push(P),u.set(S,P)),P}function v(y){if(--y.usedTimes===0){let S=l.indexOf(y);l[S]=l[l.length-1],l.pop(),u.delete(y.cacheKey),y.destroy()}}function T(y){a.remove(y)}function b(){a.dispose()}return{getParameters:p,getProgramCacheKey:_,getUniforms:x,acquireProgram:M,releaseProgram:v,releaseShaderCache:T,programs:l,dispose:b}}function qI(){let e=new WeakMap;function t(o){return e.has(o)}function n(o){let a=e.get(o);return a===void 0&&(a={},e.set(o,a)),a}function i(o){e.delete(o)}function r(o,a,c){e.get(o)[a]=c}function s(){e=new WeakMap}return{has:t,get:n,remove:i,update:r,dispose:s}}function ZI(e,t){return e.groupOrder!==t.groupOrder?e.groupOrder-t.groupOrder:e.renderOrder!==t.renderOrder?e.renderOrder-t.renderOrder:e.material.id!==t.material.id?e.material.id-t.material.id:e.materialVariant!==t.materialVariant?e.materialVariant-t.materialVariant:e.z!==t.z?e.z-t.z:e.id-t.id}function Qv(e,t){return e.groupOrder!==t.groupOrder?e.groupOrder-t.groupOrder:e.renderOrder!==t.renderOrder?e.renderOrder-t.renderOrder:e.z!==t.z?t.z-e.z:e.id-t.id}function tb(){let e=[],t=0,n=[],i=[],r=[];function s(){t=0,n.length=0,i.length=0,r.length=0}function o(f){let d=0;return f.isInstancedMesh&&(d+=2),f.isSkinnedMesh&&(d+=1),d}function a(f,d,p,_,m,g){let x=e[t];return x===void 0?(x={id:f.id,object:f,geometry:d,material:p,materialVariant:o(f),groupOrder:_,renderOrder:f.renderOrder,z:m,group:g},e[t]=x):(x.id=f.id,x.object=f,x.geometry=d,x.material=p,x.materialVariant=o(f),x.groupOrder=_,x.renderOrder=f.renderOrder,x.z=m,x.group=g),t++,x}function c(f,d,p,_,m,g,x){x.reversedDepth===!0&&(m=-m);let M=a(f,d,p,_,m,g);p.transmission>0?i.push(M):p.transparent===!0?r.push(M):n.push(M)}function l(f,d,p,_,m,g){let x=a(f,d,p,_,m,g);p.transmission>0?i.unshift(x):p.transparent===!0?r.unshift(x):n.unshift(x)}function u(f,d){n.length>1&&n.sort(f||ZI),i.length>1&&i.sort(d||Qv),r.length>1&&r.sort(d||Qv)}function h(){for(let f=t,d=e.length;f<d;f++){let p=e[f];if(p.id===null)break;p.id=null,p.object=null,p.geometry=null,p.material=null,p.group=null}}return{opaque:n,transmissive:i,transparent:r,init:s,push:c,unshift:l,finish:h,sort:u}}function JI(){let e=new WeakMap;function t(i,r){let s=e.get(i),o;return s===void 0?(o=new tb,e.set(i,[o])):r>=s.length?(o=new tb,s.push(o)):o=s[r],o}function n(){e=new WeakMap}return{get:t,dispose:n}}function KI(){let e={};return{get:function(t){if(e[t.id]!==void 0)return e[t.id];let n;switch(t.type){case"SunLight":case"DirectionalLight":n={direction:new G,color:new ne};break;case"SpotLight":n={position:new G,direction:new G,color:new ne,distance:0,coneCos:0,penumbraCos:0,decay:0};break;case"PointLight":n={position:new G,color:new ne,distance:0,decay:0};break;case"HemisphereLight":n={direction:new G,skyColor:new ne,groundColor:new ne};break;case"RectAreaLight":n={color:new ne,position:new G,halfWidth:new G,halfHeight:new G};break}return e[t.id]=n,n}}}function jI(){let e={};return{get:function(t){if(e[t.id]!==void 0)return e[t.id];let n;switch(t.type){case"SunLight":case"DirectionalLight":n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ot};break;case"SpotLight":n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ot};break;case"PointLight":n={shadowIntensity:1,shadowBias:0,shadowNormalBias:0,shadowRadius:1,shadowMapSize:new Ot,shadowCameraNear:1,shadowCameraFar:1e3};break}return e[t.id]=n,n}}}var QI=0;function tL(e,t){return(t.castShadow?2:0)-(e.castShadow?2:0)+(t.map?1:0)-(e.map?1:0)}function eL(e){let t=new KI,n=jI(),i={version:0,hash:{sunLength:-1,directionalLength:-1,pointLength:-1,spotLength:-1,rectAreaLength:-1,hemiLength:-1,numSunShadows:-1,numDirectionalShadows:-1,numPointShadows:-1,numSpotShadows:-1,numSpotMaps:-1,numLightProbes:-1},ambient:[0,0,0],probe:[],sun:[],sunShadow:[],sunShadowMap:[],sunShadowMatrix:[],sunShadowCascade:[],directional:[],directionalShadow:[],directionalShadowMap:[],directionalShadowMatrix:[],spot:[],spotLightMap:[],spotShadow:[],spotShadowMap:[],spotLightMatrix:[],rectArea:[],rectAreaLTC1:null,rectAreaLTC2:null,point:[],pointShadow:[],pointShadowMap:[],pointShadowMatrix:[],hemi:[],numSpotLightShadowsWithMaps:0,numLightProbes:0};for(let l=0;l<9;l++)i.probe.push(new G);let r=new G,s=new we,o=new we;function a(l){let u=0,h=0,f=0;for(let D=0;D<9;D++)i.probe[D].set(0,0,0);let d=0,p=0,_=0,m=0,g=0,x=0,M=0,v=0,T=0,b=0,y=0,S=0,P=0,C=0;l.sort(tL);for(let D=0,B=l.length;D<B;D++){let I=l[D],L=I.color,k=I.intensity,z=I.distance,Z=null;if(I.shadow&&I.shadow.map&&(I.shadow.map.texture.format===ms?Z=I.shadow.map.texture:Z=I.shadow.map.depthTexture||I.shadow.map.texture),I.isAmbientLight)u+=L.r*k,h+=L.g*k,f+=L.b*k;else if(I.isLightProbe){for(let U=0;U<9;U++)i.probe[U].addScaledVector(I.sh.coefficients[U],k);C++}else if(I.isSunLight){let U=t.get(I);if(U.color.copy(I.color).multiplyScalar(I.intensity),I.castShadow){let V=I.shadow,Y=n.get(I);Y.shadowIntensity=V.intensity,Y.shadowBias=V.bias,Y.shadowNormalBias=V.normalBias,Y.shadowRadius=V.radius,Y.shadowMapSize.copy(V.mapSize).multiply(V.getFrameExtents()),i.sunShadow[p]=Y,i.sunShadowMap[p]=Z;let st=V.getViewportCount();for(let ct=0;ct<st;ct++)i.sunShadowMatrix[_+ct]=V.getMatrix(ct),i.sunShadowCascade[_+ct]=V._cascadeData[ct];_+=st,p++}i.sun[d]=U,d++}else if(I.isDirectionalLight){let U=t.get(I);if(U.color.copy(I.color).multiplyScalar(I.intensity),I.castShadow){let V=I.shadow,Y=n.get(I);Y.shadowIntensity=V.intensity,Y.shadowBias=V.bias,Y.shadowNormalBias=V.normalBias,Y.shadowRadius=V.radius,Y.shadowMapSize=V.mapSize,i.directionalShadow[m]=Y,i.directionalShadowMap[m]=Z,i.directionalShadowMatrix[m]=I.shadow.matrix,T++}i.directional[m]=U,m++}else if(I.isSpotLight){let U=t.get(I);U.position.setFromMatrixPosition(I.matrixWorld),U.color.copy(L).multiplyScalar(k),U.distance=z,U.coneCos=Math.cos(I.angle),U.penumbraCos=Math.cos(I.angle*(1-I.penumbra)),U.decay=I.decay,i.spot[x]=U;let V=I.shadow;if(I.map&&(i.spotLightMap[S]=I.map,S++,V.updateMatrices(I),I.castShadow&&P++),i.spotLightMatrix[x]=V.matrix,I.castShadow){let Y=n.get(I);Y.shadowIntensity=V.intensity,Y.shadowBias=V.bias,Y.shadowNormalBias=V.normalBias,Y.shadowRadius=V.radius,Y.shadowMapSize=V.mapSize,i.spotShadow[x]=Y,i.spotShadowMap[x]=Z,y++}x++}else if(I.isRectAreaLight){let U=t.get(I);U.color.copy(L).multiplyScalar(k),U.halfWidth.set(I.width*.5,0,0),U.halfHeight.set(0,I.height*.5,0),i.rectArea[M]=U,M++}else if(I.isPointLight){let U=t.get(I);if(U.color.copy(I.color).multiplyScalar(I.intensity),U.distance=I.distance,U.decay=I.decay,I.castShadow){let V=I.shadow,Y=n.get(I);Y.shadowIntensity=V.intensity,Y.shadowBias=V.bias,Y.shadowNormalBias=V.normalBias,Y.shadowRadius=V.radius,Y.shadowMapSize=V.mapSize,Y.shadowCameraNear=V.camera.near,Y.shadowCameraFar=V.camera.far,i.pointShadow[g]=Y,i.pointShadowMap[g]=Z,i.pointShadowMatrix[g]=I.shadow.matrix,b++}i.point[g]=U,g++}else if(I.isHemisphereLight){let U=t.get(I);U.skyColor.copy(I.color).multiplyScalar(k),U.groundColor.copy(I.groundColor).multiplyScalar(k),i.hemi[v]=U,v++}}M>0&&(e.has("OES_texture_float_linear")===!0?(i.rectAreaLTC1=wt.LTC_FLOAT_1,i.rectAreaLTC2=wt.LTC_FLOAT_2):(i.rectAreaLTC1=wt.LTC_HALF_1,i.rectAreaLTC2=wt.LTC_HALF_2)),i.ambient[0]=u,i.ambient[1]=h,i.ambient[2]=f;let A=i.hash;(A.sunLength!==d||A.directionalLength!==m||A.pointLength!==g||A.spotLength!==x||A.rectAreaLength!==M||A.hemiLength!==v||A.numSunShadows!==p||A.numDirectionalShadows!==T||A.numPointShadows!==b||A.numSpotShadows!==y||A.numSpotMaps!==S||A.numLightProbes!==C)&&(i.sun.length=d,i.directional.length=m,i.spot.length=x,i.rectArea.length=M,i.point.length=g,i.hemi.length=v,i.sunShadow.length=p,i.sunShadowMap.length=p,i.sunShadowMatrix.length=_,i.sunShadowCascade.length=_,i.directionalShadow.length=T,i.directionalShadowMap.length=T,i.directionalShadowMatrix.length=T,i.pointShadow.length=b,i.pointShadowMap.length=b,i.pointShadowMatrix.length=b,i.spotShadow.length=y,i.spotShadowMap.length=y,i.spotLightMatrix.length=y+S-P,i.spotLightMap.length=S,i.numSpotLightShadowsWithMaps=P,i.numLightProbes=C,A.sunLength=d,A.directionalLength=m,A.pointLength=g,A.spotLength=x,A.rectAreaLength=M,A.hemiLength=v,A.numSunShadows=p,A.numDirectionalShadows=T,A.numPointShadows=b,A.numSpotShadows=y,A.numSpotMaps=S,A.numLightProbes=C,i.version=QI++)}function c(l,u){let h=0,f=0,d=0,p=0,_=0,m=0,g=u.matrixWorldInverse;for(let x=0,M=l.length;x<M;x++){let v=l[x];if(v.isSunLight){let T=i.sun[h];T.direction.setFromMatrixPosition(v.matrixWorld),T.direction.transformDirection(g),h++}else if(v.isDirectionalLight){let T=i.directional[f];T.direction.setFromMatrixPosition(v.matrixWorld),r.setFromMatrixPosition(v.target.matrixWorld),T.direction.sub(r),T.direction.transformDirection(g),f++}else if(v.isSpotLight){let T=i.spot[p];T.position.setFromMatrixPosition(v.matrixWorld),T.position.applyMatrix4(g),T.direction.setFromMatrixPosition(v.matrixWorld),r.setFromMatrixPosition(v.target.matrixWorld),T.direction.sub(r),T.direction.transformDirection(g),p++}else if(v.isRectAreaLight){let T=i.rectArea[_];T.position.setFromMatrixPosition(v.matrixWorld),T.position.applyMatrix4(g),o.identity(),s.copy(v.matrixWorld),s.premultiply(g),o.extractRotation(s),T.halfWidth.set(v.width*.5,0,0),T.halfHeight.set(0,v.height*.5,0),T.halfWidth.applyMatrix4(o),T.halfHeight.applyMatrix4(o),_++}else if(v.isPointLight){let T=i.point[d];T.position.setFromMatrixPosition(v.matrixWorld),T.position.applyMatrix4(g),d++}else if(v.isHemisphereLight){let T=i.hemi[m];T.direction.setFromMatrixPosition(v.matrixWorld),T.direction.transformDirection(g),m++}}}return{setup:a,setupView:c,state:i}}function eb(e){let t=new eL(e),n=[],i=[],r=[];function s(h){u.camera=h,n.length=0,i.length=0,r.length=0}function o(h){h.isLightProbeGrid?r.push(h):n.push(h)}function a(h){i.push(h)}function c(){t.setup(n),r.sort((h,f)=>h.priority-f.priority||h.id-f.id)}function l(h){t.setupView(n,h)}let u={lightsArray:n,shadowsArray:i,lightProbeGridArray:r,camera:null,lights:t,transmissionRenderTarget:{},textureUnits:0};return{init:s,state:u,setupLights:c,setupLightsView:l,pushLight:o,pushShadow:a}}function nL(e){let t=new WeakMap;function n(r,s=0){let o=t.get(r),a;return o===void 0?(a=new eb(e),t.set(r,[a])):s>=o.length?(a=new eb(e),o.push(a)):a=o[s],a}function i(){t=new WeakMap}return{get:n,dispose:i}}var iL=`void main() {
	gl_Position = vec4( position, 1.0 );
}`,rL=`uniform sampler2D shadow_pass;
uniform vec2 resolution;
uniform float radius;
void main() {
	const float samples = float( VSM_SAMPLES );
	float mean = 0.0;
	float squared_mean = 0.0;
	float uvStride = samples <= 1.0 ? 0.0 : 2.0 / ( samples - 1.0 );
	float uvStart = samples <= 1.0 ? 0.0 : - 1.0;
	for ( float i = 0.0; i < samples; i ++ ) {
		float uvOffset = uvStart + i * uvStride;
		#ifdef HORIZONTAL_PASS
			vec2 distribution = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( uvOffset, 0.0 ) * radius ) / resolution ).rg;
			mean += distribution.x;
			squared_mean += distribution.y * distribution.y + distribution.x * distribution.x;
		#else
			float depth = texture2D( shadow_pass, ( gl_FragCoord.xy + vec2( 0.0, uvOffset ) * radius ) / resolution ).r;
			mean += depth;
			squared_mean += depth * depth;
		#endif
	}
	mean = mean / samples;
	squared_mean = squared_mean / samples;
	float std_dev = sqrt( max( 0.0, squared_mean - mean * mean ) );
	gl_FragColor = vec4( mean, std_dev, 0.0, 1.0 );
}`,sL=[new G(1,0,0),new G(-1,0,0),new G(0,1,0),new G(0,-1,0),new G(0,0,1),new G(0,0,-1)],oL=[new G(0,-1,0),new G(0,-1,0),new G(0,0,1),new G(0,0,-1),new G(0,-1,0),new G(0,-1,0)],nb=new we,Yc=new G,vm=new G;function aL(e,t,n){let i=new $s,r=new Ot,s=new Ot,o=new de,a=new qu,c=new Zu,l={},u=n.maxTextureSize,h={[ps]:Tn,[Tn]:ps,[Ki]:Ki},f=new kn({defines:{VSM_SAMPLES:8},uniforms:{shadow_pass:{value:null},resolution:{value:new Ot},radius:{value:4}},vertexShader:iL,fragmentShader:rL}),d=f.clone();d.defines.HORIZONTAL_PASS=1;let p=new ei;p.setAttribute("position",new Kn(new Float32Array([-1,-1,.5,3,-1,.5,-1,3,.5]),3));let _=new Bn(p,f),m=this;this.enabled=!1,this.autoUpdate=!0,this.needsUpdate=!1,this.type=Fc;let g=this.type;this.render=function(b,y,S){if(m.enabled===!1||m.autoUpdate===!1&&m.needsUpdate===!1||b.length===0)return;this.type===Qx&&(Ut("WebGLShadowMap: PCFSoftShadowMap has been removed. Using PCFShadowMap instead."),this.type=Fc);let P=e.getRenderTarget(),C=e.getActiveCubeFace(),A=e.getActiveMipmapLevel(),D=e.state;D.setBlending(qs),D.buffers.depth.getReversed()===!0?D.buffers.color.setClear(0,0,0,0):D.buffers.color.setClear(1,1,1,1),D.buffers.depth.setTest(!0),D.setScissorTest(!1);let B=g!==this.type;B&&y.traverse(function(I){I.material&&(Array.isArray(I.material)?I.material.forEach(L=>L.needsUpdate=!0):I.material.needsUpdate=!0)});for(let I=0,L=b.length;I<L;I++){let k=b[I],z=k.shadow;if(z===void 0){Ut("WebGLShadowMap:",k,"has no shadow.");continue}if(z.autoUpdate===!1&&z.needsUpdate===!1)continue;r.copy(z.mapSize);let Z=z.getFrameExtents();r.multiply(Z),s.copy(z.mapSize),(r.x>u||r.y>u)&&(r.x>u&&(s.x=Math.floor(u/Z.x),r.x=s.x*Z.x,z.mapSize.x=s.x),r.y>u&&(s.y=Math.floor(u/Z.y),r.y=s.y*Z.y,z.mapSize.y=s.y));let U=e.state.buffers.depth.getReversed();if(z.camera._reversedDepth=U,z.map===null||B===!0){if(z.map!==null&&(z.map.depthTexture!==null&&(z.map.depthTexture.dispose(),z.map.depthTexture=null),z.map.dispose()),this.type===oa){if(k.isPointLight){Ut("WebGLShadowMap: VSM shadow maps are not supported for PointLights. Use PCF or BasicShadowMap instead.");continue}z.map=new wn(r.x,r.y,{format:ms,type:ki,minFilter:Mn,magFilter:Mn,generateMipmaps:!1}),z.map.texture.name=k.name+".shadowMap",z.map.depthTexture=new Fi(r.x,r.y,Bi),z.map.depthTexture.name=k.name+".shadowMapDepth",z.map.depthTexture.format=Rr,z.map.depthTexture.compareFunction=null,z.map.depthTexture.minFilter=Ke,z.map.depthTexture.magFilter=Ke}else k.isPointLight?(z.map=new Zc(r.x),z.map.depthTexture=new Cc(r.x,Oi)):(z.map=new wn(r.x,r.y),z.map.depthTexture=new Fi(r.x,r.y,Oi)),z.map.depthTexture.name=k.name+".shadowMap",z.map.depthTexture.format=Rr,this.type===Fc?(z.map.depthTexture.compareFunction=U?im:nm,z.map.depthTexture.minFilter=Mn,z.map.depthTexture.magFilter=Mn):(z.map.depthTexture.compareFunction=null,z.map.depthTexture.minFilter=Ke,z.map.depthTexture.magFilter=Ke);z.camera.updateProjectionMatrix()}z.map.isWebGLCubeRenderTarget!==!0&&(z.map.width!==r.x||z.map.height!==r.y)&&z.map.setSize(r.x,r.y);let V=z.map.isWebGLCubeRenderTarget?6:z.getViewportCount();k.isPointLight!==!0&&z.updateMatrices(k,S);let Y=(z.camera.layers.mask&4294967294)!==0?z.camera.layers:S.layers;for(let st=0;st<V;st++){let ct=z.getCamera(st);if(k.isPointLight){let X=z.camera,at=z.matrix,ft=k.distance||X.far;ft!==X.far&&(X.far=ft,X.updateProjectionMatrix()),Yc.setFromMatrixPosition(k.matrixWorld),X.position.copy(Yc),vm.copy(X.position),vm.add(sL[st]),X.up.copy(oL[st]),X.lookAt(vm),X.updateMatrixWorld(),at.makeTranslation(-Yc.x,-Yc.y,-Yc.z),nb.multiplyMatrices(X.projectionMatrix,X.matrixWorldInverse),z._frustum.setFromProjectionMatrix(nb,X.coordinateSystem,X.reversedDepth)}if(z.map.isWebGLCubeRenderTarget)e.setRenderTarget(z.map,st),e.clear();else{st===0&&(e.setRenderTarget(z.map),e.clear());let X=z.getViewport(st);o.set(s.x*X.x,s.y*X.y,s.x*X.z,s.y*X.w),D.viewport(o)}i=z.getFrustum(st),v(y,S,ct,k,Y,this.type)}z.isPointLightShadow!==!0&&this.type===oa&&x(z,S),z.needsUpdate=!1}g=this.type,m.needsUpdate=!1,e.setRenderTarget(P,C,A)};function x(b,y){let S=t.update(_);f.defines.VSM_SAMPLES!==b.blurSamples&&(f.defines.VSM_SAMPLES=b.blurSamples,d.defines.VSM_SAMPLES=b.blurSamples,f.needsUpdate=!0,d.needsUpdate=!0),b.mapPass===null?b.mapPass=new wn(r.x,r.y,{format:ms,type:ki}):(b.mapPass.width!==b.map.width||b.mapPass.height!==b.map.height)&&b.mapPass.setSize(b.map.width,b.map.height),f.uniforms.shadow_pass.value=b.map.depthTexture,f.uniforms.resolution.value.set(b.map.width,b.map.height),f.uniforms.radius.value=b.radius,e.setRenderTarget(b.mapPass),e.clear(),e.renderBufferDirect(y,null,S,f,_,null),d.uniforms.shadow_pass.value=b.mapPass.texture,d.uniforms.resolution.value.set(b.map.width,b.map.height),d.uniforms.radius.value=b.radius,e.setRenderTarget(b.map),e.clear(),e.renderBufferDirect(y,null,S,d,_,null)}function M(b,y,S,P){let C=null,A=S.isPointLight===!0?b.customDistanceMaterial:b.customDepthMaterial;if(A!==void 0)C=A;else if(C=S.isPointLight===!0?c:a,e.localClippingEnabled&&y.clipShadows===!0&&Array.isArray(y.clippingPlanes)&&y.clippingPlanes.length!==0||y.displacementMap&&y.displacementScale!==0||y.alphaMap&&y.alphaTest>0||y.map&&y.alphaTest>0||y.alphaToCoverage===!0){let D=C.uuid,B=y.uuid,I=l[D];I===void 0&&(I={},l[D]=I);let L=I[B];L===void 0&&(L=C.clone(),I[B]=L,y.addEventListener("dispose",T)),C=L}if(C.visible=y.visible,C.wireframe=y.wireframe,P===oa?C.side=y.shadowSide!==null?y.shadowSide:y.side:C.side=y.shadowSide!==null?y.shadowSide:h[y.side],C.alphaMap=y.alphaMap,C.alphaTest=y.alphaToCoverage===!0?.5:y.alphaTest,C.map=y.map,C.clipShadows=y.clipShadows,C.clippingPlanes=y.clippingPlanes,C.clipIntersection=y.clipIntersection,C.displacementMap=y.displacementMap,C.displacementScale=y.displacementScale,C.displacementBias=y.displacementBias,C.wireframeLinewidth=y.wireframeLinewidth,C.linewidth=y.linewidth,S.isPointLight===!0&&C.isMeshDistanceMaterial===!0){let D=e.properties.get(C);D.light=S}return C}function v(b,y,S,P,C,A){if(b.visible===!1)return;if(b.layers.test(C)&&(b.isMesh||b.isLine||b.isPoints)&&(b.castShadow||b.receiveShadow&&A===oa)&&(!b.frustumCulled||b.intersectsFrustum(i))){b.modelViewMatrix.multiplyMatrices(S.matrixWorldInverse,b.matrixWorld);let I=t.update(b),L=b.material;if(Array.isArray(L)){let k=I.groups;for(let z=0,Z=k.length;z<Z;z++){let U=k[z],V=L[U.materialIndex];if(V&&V.visible){let Y=M(b,V,P,A);b.onBeforeShadow(e,b,y,S,I,Y,U),e.renderBufferDirect(S,null,I,Y,b,U),b.onAfterShadow(e,b,y,S,I,Y,U)}}}else if(L.visible){let k=M(b,L,P,A);b.onBeforeShadow(e,b,y,S,I,k,null),e.renderBufferDirect(S,null,I,k,b,null),b.onAfterShadow(e,b,y,S,I,k,null)}}let B=b.children;for(let I=0,L=B.length;I<L;I++)v(B[I],y,S,P,C,A)}function T(b){b.target.removeEventListener("dispose",T);for(let S in l){let P=l[S],C=b.target.uuid;C in P&&(P[C].dispose(),delete P[C])}}}function cL(e,t){function n(){let N=!1,et=new de,j=null,vt=new de(0,0,0,0);return{setMask:function(dt){j!==dt&&!N&&(e.colorMask(dt,dt,dt,dt),j=dt)},setLocked:function(dt){N=dt},setClear:function(dt,yt,Dt,Zt,ht){ht===!0&&(dt*=Zt,yt*=Zt,Dt*=Zt),et.set(dt,yt,Dt,Zt),vt.equals(et)===!1&&(e.clearColor(dt,yt,Dt,Zt),vt.copy(et))},reset:function(){N=!1,j=null,vt.set(-1,0,0,0)}}}function i(){let N=!1,et=!1,j=null,vt=null,dt=null;return{setReversed:function(yt){if(et!==yt){let Dt=t.get("EXT_clip_control");yt?Dt.clipControlEXT(Dt.LOWER_LEFT_EXT,Dt.ZERO_TO_ONE_EXT):Dt.clipControlEXT(Dt.LOWER_LEFT_EXT,Dt.NEGATIVE_ONE_TO_ONE_EXT),et=yt;let Zt=dt;dt=null,this.setClear(Zt)}},getReversed:function(){return et},setTest:function(yt){yt?rt(e.DEPTH_TEST):J(e.DEPTH_TEST)},setMask:function(yt){j!==yt&&!N&&(e.depthMask(yt),j=yt)},setFunc:function(yt){if(et&&(yt=Lv[yt]),vt!==yt){switch(yt){case Pu:e.depthFunc(e.NEVER);break;case Iu:e.depthFunc(e.ALWAYS);break;case Lu:e.depthFunc(e.LESS);break;case Jo:e.depthFunc(e.LEQUAL);break;case Du:e.depthFunc(e.EQUAL);break;case Nu:e.depthFunc(e.GEQUAL);break;case Uu:e.depthFunc(e.GREATER);break;case Fu:e.depthFunc(e.NOTEQUAL);break;default:e.depthFunc(e.LEQUAL)}vt=yt}},setLocked:function(yt){N=yt},setClear:function(yt){dt!==yt&&(dt=yt,et&&(yt=1-yt),e.clearDepth(yt))},reset:function(){N=!1,j=null,vt=null,dt=null,et=!1}}}function r(){let N=!1,et=null,j=null,vt=null,dt=null,yt=null,Dt=null,Zt=null,ht=null;return{setTest:function(Nt){N||(Nt?rt(e.STENCIL_TEST):J(e.STENCIL_TEST))},setMask:function(Nt){et!==Nt&&!N&&(e.stencilMask(Nt),et=Nt)},setFunc:function(Nt,qt,Tt){(j!==Nt||vt!==qt||dt!==Tt)&&(e.stencilFunc(Nt,qt,Tt),j=Nt,vt=qt,dt=Tt)},setOp:function(Nt,qt,Tt){(yt!==Nt||Dt!==qt||Zt!==Tt)&&(e.stencilOp(Nt,qt,Tt),yt=Nt,Dt=qt,Zt=Tt)},setLocked:function(Nt){N=Nt},setClear:function(Nt){ht!==Nt&&(e.clearStencil(Nt),ht=Nt)},reset:function(){N=!1,et=null,j=null,vt=null,dt=null,yt=null,Dt=null,Zt=null,ht=null}}}let s=new n,o=new i,a=new r,c={},l=new WeakMap,u={},h={},f={},d=new WeakMap,p=[],_=null,m=!1,g=null,x=null,M=null,v=null,T=null,b=null,y=null,S=new ne(0,0,0),P=0,C=!1,A=null,D=null,B=null,I=null,L=null,k=e.getParameter(e.MAX_COMBINED_TEXTURE_IMAGE_UNITS),z=!1,Z=0,U=e.getParameter(e.VERSION);U.indexOf("WebGL")!==-1?(Z=parseFloat(/^WebGL (\d)/.exec(U)[1]),z=Z>=1):U.indexOf("OpenGL ES")!==-1&&(Z=parseFloat(/^OpenGL ES (\d)/.exec(U)[1]),z=Z>=2);let V=null,Y={},st=e.getParameter(e.SCISSOR_BOX),ct=e.getParameter(e.VIEWPORT),X=new de().fromArray(st),at=new de().fromArray(ct);function ft(N,et,j,vt){let dt=new Uint8Array(4),yt=e.createTexture();e.bindTexture(N,yt),e.texParameteri(N,e.TEXTURE_MIN_FILTER,e.NEAREST),e.texParameteri(N,e.TEXTURE_MAG_FILTER,e.NEAREST);for(let Dt=0;Dt<j;Dt++)N===e.TEXTURE_3D||N===e.TEXTURE_2D_ARRAY?e.texImage3D(et,0,e.RGBA,1,1,vt,0,e.RGBA,e.UNSIGNED_BYTE,dt):e.texImage2D(et+Dt,0,e.RGBA,1,1,0,e.RGBA,e.UNSIGNED_BYTE,dt);return yt}let ot={};ot[e.TEXTURE_2D]=ft(e.TEXTURE_2D,e.TEXTURE_2D,1),ot[e.TEXTURE_CUBE_MAP]=ft(e.TEXTURE_CUBE_MAP,e.TEXTURE_CUBE_MAP_POSITIVE_X,6),ot[e.TEXTURE_2D_ARRAY]=ft(e.TEXTURE_2D_ARRAY,e.TEXTURE_2D_ARRAY,1,1),ot[e.TEXTURE_3D]=ft(e.TEXTURE_3D,e.TEXTURE_3D,1,1),s.setClear(0,0,0,1),o.setClear(1),a.setClear(0),rt(e.DEPTH_TEST),o.setFunc(Jo),oe(!1),re(Dp),rt(e.CULL_FACE),Ft(qs);function rt(N){u[N]!==!0&&(e.enable(N),u[N]=!0)}function J(N){u[N]!==!1&&(e.disable(N),u[N]=!1)}function gt(N,et){return f[N]!==et?(e.bindFramebuffer(N,et),f[N]=et,N===e.DRAW_FRAMEBUFFER&&(f[e.FRAMEBUFFER]=et),N===e.FRAMEBUFFER&&(f[e.DRAW_FRAMEBUFFER]=et),!0):!1}function lt(N,et){let j=p,vt=!1;if(N){j=d.get(et),j===void 0&&(j=[],d.set(et,j));let dt=N.textures;if(j.length!==dt.length||j[0]!==e.COLOR_ATTACHMENT0){for(let yt=0,Dt=dt.length;yt<Dt;yt++)j[yt]=e.COLOR_ATTACHMENT0+yt;j.length=dt.length,vt=!0}}else j[0]!==e.BACK&&(j[0]=e.BACK,vt=!0);vt&&e.drawBuffers(j)}function K(N){return _!==N?(e.useProgram(N),_=N,!0):!1}let Pt={[Zs]:e.FUNC_ADD,[ev]:e.FUNC_SUBTRACT,[nv]:e.FUNC_REVERSE_SUBTRACT};Pt[iv]=e.MIN,Pt[rv]=e.MAX;let pt={[sv]:e.ZERO,[ov]:e.ONE,[av]:e.SRC_COLOR,[Op]:e.SRC_ALPHA,[dv]:e.SRC_ALPHA_SATURATE,[fv]:e.DST_COLOR,[lv]:e.DST_ALPHA,[cv]:e.ONE_MINUS_SRC_COLOR,[Bp]:e.ONE_MINUS_SRC_ALPHA,[hv]:e.ONE_MINUS_DST_COLOR,[uv]:e.ONE_MINUS_DST_ALPHA,[pv]:e.CONSTANT_COLOR,[mv]:e.ONE_MINUS_CONSTANT_COLOR,[gv]:e.CONSTANT_ALPHA,[_v]:e.ONE_MINUS_CONSTANT_ALPHA};function Ft(N,et,j,vt,dt,yt,Dt,Zt,ht,Nt){if(N===qs){m===!0&&(J(e.BLEND),m=!1);return}if(m===!1&&(rt(e.BLEND),m=!0),N!==tv){if(N!==g||Nt!==C){if((x!==Zs||T!==Zs)&&(e.blendEquation(e.FUNC_ADD),x=Zs,T=Zs),Nt)switch(N){case aa:e.blendFuncSeparate(e.ONE,e.ONE_MINUS_SRC_ALPHA,e.ONE,e.ONE_MINUS_SRC_ALPHA);break;case Np:e.blendFunc(e.ONE,e.ONE);break;case Up:e.blendFuncSeparate(e.ZERO,e.ONE_MINUS_SRC_COLOR,e.ZERO,e.ONE);break;case Fp:e.blendFuncSeparate(e.DST_COLOR,e.ONE_MINUS_SRC_ALPHA,e.ZERO,e.ONE);break;default:kt("WebGLState: Invalid blending: ",N);break}else switch(N){case aa:e.blendFuncSeparate(e.SRC_ALPHA,e.ONE_MINUS_SRC_ALPHA,e.ONE,e.ONE_MINUS_SRC_ALPHA);break;case Np:e.blendFuncSeparate(e.SRC_ALPHA,e.ONE,e.ONE,e.ONE);break;case Up:kt("WebGLState: SubtractiveBlending requires material.premultipliedAlpha = true");break;case Fp:kt("WebGLState: MultiplyBlending requires material.premultipliedAlpha = true");break;default:kt("WebGLState: Invalid blending: ",N);break}M=null,v=null,b=null,y=null,S.set(0,0,0),P=0,g=N,C=Nt}return}dt=dt||et,yt=yt||j,Dt=Dt||vt,(et!==x||dt!==T)&&(e.blendEquationSeparate(Pt[et],Pt[dt]),x=et,T=dt),(j!==M||vt!==v||yt!==b||Dt!==y)&&(e.blendFuncSeparate(pt[j],pt[vt],pt[yt],pt[Dt]),M=j,v=vt,b=yt,y=Dt),(Zt.equals(S)===!1||ht!==P)&&(e.blendColor(Zt.r,Zt.g,Zt.b,ht),S.copy(Zt),P=ht),g=N,C=!1}function Gt(N,et){N.side===Ki?J(e.CULL_FACE):rt(e.CULL_FACE);let j=N.side===Tn;et&&(j=!j),oe(j),N.blending===aa&&N.transparent===!1?Ft(qs):Ft(N.blending,N.blendEquation,N.blendSrc,N.blendDst,N.blendEquationAlpha,N.blendSrcAlpha,N.blendDstAlpha,N.blendColor,N.blendAlpha,N.premultipliedAlpha),o.setFunc(N.depthFunc),o.setTest(N.depthTest),o.setMask(N.depthWrite),s.setMask(N.colorWrite);let vt=N.stencilWrite;a.setTest(vt),vt&&(a.setMask(N.stencilWriteMask),a.setFunc(N.stencilFunc,N.stencilRef,N.stencilFuncMask),a.setOp(N.stencilFail,N.stencilZFail,N.stencilZPass)),Ue(N.polygonOffset,N.polygonOffsetFactor,N.polygonOffsetUnits),N.alphaToCoverage===!0?rt(e.SAMPLE_ALPHA_TO_COVERAGE):J(e.SAMPLE_ALPHA_TO_COVERAGE)}function oe(N){A!==N&&(N?e.frontFace(e.CW):e.frontFace(e.CCW),A=N)}function re(N){N!==Kx?(rt(e.CULL_FACE),N!==D&&(N===Dp?e.cullFace(e.BACK):N===jx?e.cullFace(e.FRONT):e.cullFace(e.FRONT_AND_BACK))):J(e.CULL_FACE),D=N}function Ye(N){N!==B&&(z&&e.lineWidth(N),B=N)}function Ue(N,et,j){N?(rt(e.POLYGON_OFFSET_FILL),(I!==et||L!==j)&&(I=et,L=j,o.getReversed()&&(et=-et,j=-j),e.polygonOffset(et,j))):J(e.POLYGON_OFFSET_FILL)}function Nn(N){N?rt(e.SCISSOR_TEST):J(e.SCISSOR_TEST)}function xn(N){N===void 0&&(N=e.TEXTURE0+k-1),V!==N&&(e.activeTexture(N),V=N)}function Un(N,et,j){j===void 0&&(V===null?j=e.TEXTURE0+k-1:j=V);let vt=Y[j];vt===void 0&&(vt={type:void 0,texture:void 0},Y[j]=vt),(vt.type!==N||vt.texture!==et)&&(V!==j&&(e.activeTexture(j),V=j),e.bindTexture(N,et||ot[N]),vt.type=N,vt.texture=et)}function O(){let N=Y[V];N!==void 0&&N.type!==void 0&&(e.bindTexture(N.type,null),N.type=void 0,N.texture=void 0)}function Fn(){try{e.compressedTexImage2D(...arguments)}catch(N){kt("WebGLState:",N)}}function ye(){try{e.compressedTexImage3D(...arguments)}catch(N){kt("WebGLState:",N)}}function xe(){try{e.texSubImage2D(...arguments)}catch(N){kt("WebGLState:",N)}}function mt(){try{e.texSubImage3D(...arguments)}catch(N){kt("WebGLState:",N)}}function Ae(){try{e.compressedTexSubImage2D(...arguments)}catch(N){kt("WebGLState:",N)}}function Lt(){try{e.compressedTexSubImage3D(...arguments)}catch(N){kt("WebGLState:",N)}}function Bt(){try{e.texStorage2D(...arguments)}catch(N){kt("WebGLState:",N)}}function R(){try{e.texStorage3D(...arguments)}catch(N){kt("WebGLState:",N)}}function w(){try{e.texImage2D(...arguments)}catch(N){kt("WebGLState:",N)}}function H(){try{e.texImage3D(...arguments)}catch(N){kt("WebGLState:",N)}}function ut(N){return h[N]!==void 0?h[N]:e.getParameter(N)}function nt(N,et){h[N]!==et&&(e.pixelStorei(N,et),h[N]=et)}function _t(N){X.equals(N)===!1&&(e.scissor(N.x,N.y,N.z,N.w),X.copy(N))}function St(N){at.equals(N)===!1&&(e.viewport(N.x,N.y,N.z,N.w),at.copy(N))}function Q(N,et){let j=l.get(et);j===void 0&&(j=new WeakMap,l.set(et,j));let vt=j.get(N);vt===void 0&&(vt=e.getUniformBlockIndex(et,N.name),e.uniformBlockBinding(et,vt,vt),j.set(N,vt))}function tt(N,et,j){let dt=l.get(et).get(N);c[dt]!==j&&(e.bindBufferBase(e.UNIFORM_BUFFER,dt,j),c[dt]=j)}function xt(){e.disable(e.BLEND),e.disable(e.CULL_FACE),e.disable(e.DEPTH_TEST),e.disable(e.POLYGON_OFFSET_FILL),e.disable(e.SCISSOR_TEST),e.disable(e.STENCIL_TEST),e.disable(e.SAMPLE_ALPHA_TO_COVERAGE),e.blendEquation(e.FUNC_ADD),e.blendFunc(e.ONE,e.ZERO),e.blendFuncSeparate(e.ONE,e.ZERO,e.ONE,e.ZERO),e.blendColor(0,0,0,0),e.colorMask(!0,!0,!0,!0),e.clearColor(0,0,0,0),e.depthMask(!0),e.depthFunc(e.LESS),o.setReversed(!1),e.clearDepth(1),e.stencilMask(4294967295),e.stencilFunc(e.ALWAYS,0,4294967295),e.stencilOp(e.KEEP,e.KEEP,e.KEEP),e.clearStencil(0),e.cullFace(e.BACK),e.frontFace(e.CCW),e.polygonOffset(0,0),e.activeTexture(e.TEXTURE0),e.bindFramebuffer(e.FRAMEBUFFER,null),e.bindFramebuffer(e.DRAW_FRAMEBUFFER,null),e.bindFramebuffer(e.READ_FRAMEBUFFER,null),e.useProgram(null),e.lineWidth(1),e.scissor(0,0,e.canvas.width,e.canvas.height),e.viewport(0,0,e.canvas.width,e.canvas.height),e.pixelStorei(e.PACK_ALIGNMENT,4),e.pixelStorei(e.UNPACK_ALIGNMENT,4),e.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,!1),e.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,!1),e.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,e.BROWSER_DEFAULT_WEBGL),e.pixelStorei(e.PACK_ROW_LENGTH,0),e.pixelStorei(e.PACK_SKIP_PIXELS,0),e.pixelStorei(e.PACK_SKIP_ROWS,0),e.pixelStorei(e.UNPACK_ROW_LENGTH,0),e.pixelStorei(e.UNPACK_IMAGE_HEIGHT,0),e.pixelStorei(e.UNPACK_SKIP_PIXELS,0),e.pixelStorei(e.UNPACK_SKIP_ROWS,0),e.pixelStorei(e.UNPACK_SKIP_IMAGES,0),u={},h={},V=null,Y={},f={},c={},d=new WeakMap,p=[],_=null,m=!1,g=null,x=null,M=null,v=null,T=null,b=null,y=null,S=new ne(0,0,0),P=0,C=!1,A=null,D=null,B=null,I=null,L=null,X.set(0,0,e.canvas.width,e.canvas.height),at.set(0,0,e.canvas.width,e.canvas.height),s.reset(),o.reset(),a.reset()}return{buffers:{color:s,depth:o,stencil:a},enable:rt,disable:J,bindFramebuffer:gt,drawBuffers:lt,useProgram:K,setBlending:Ft,setMaterial:Gt,setFlipSided:oe,setCullFace:re,setLineWidth:Ye,setPolygonOffset:Ue,setScissorTest:Nn,activeTexture:xn,bindTexture:Un,unbindTexture:O,compressedTexImage2D:Fn,compressedTexImage3D:ye,texImage2D:w,texImage3D:H,pixelStorei:nt,getParameter:ut,updateUBOMapping:Q,uniformBlockBinding:tt,texStorage2D:Bt,texStorage3D:R,texSubImage2D:xe,texSubImage3D:mt,compressedTexSubImage2D:Ae,compressedTexSubImage3D:Lt,scissor:_t,viewport:St,reset:xt}}function lL(e,t,n,i,r,s,o){let a=t.has("WEBGL_multisampled_render_to_texture")?t.get("WEBGL_multisampled_render_to_texture"):null,c=typeof navigator>"u"?!1:/OculusBrowser/g.test(navigator.userAgent),l=new Ot,u=new WeakMap,h=new Set,f,d=new WeakMap,p=new Set,_=new FinalizationRegistry(R=>p.delete(R)),m=!1;try{m=typeof OffscreenCanvas<"u"&&new OffscreenCanvas(1,1).getContext("2d")!==null}catch{}function g(R,w){return m?new OffscreenCanvas(R,w):xc("canvas")}function x(R,w,H){let ut=1,nt=Bt(R);if((nt.width>H||nt.height>H)&&(ut=H/Math.max(nt.width,nt.height)),ut<1)if(typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement||typeof HTMLCanvasElement<"u"&&R instanceof HTMLCanvasElement||typeof ImageBitmap<"u"&&R instanceof ImageBitmap||typeof VideoFrame<"u"&&R instanceof VideoFrame){let _t=Math.floor(ut*nt.width),St=Math.floor(ut*nt.height);f===void 0&&(f=g(_t,St));let Q=w?g(_t,St):f;return Q.width=_t,Q.height=St,Q.getContext("2d").drawImage(R,0,0,_t,St),Ut("WebGLRenderer: Texture has been resized from ("+nt.width+"x"+nt.height+") to ("+_t+"x"+St+")."),Q}else return"data"in R&&Ut("WebGLRenderer: Image in DataTexture is too big ("+nt.width+"x"+nt.height+")."),R;return R}function M(R){return R.generateMipmaps}function v(R){e.generateMipmap(R)}function T(R){return R.isWebGLCubeRenderTarget?e.TEXTURE_CUBE_MAP:R.isWebGL3DRenderTarget?e.TEXTURE_3D:R.isWebGLArrayRenderTarget||R.isCompressedArrayTexture?e.TEXTURE_2D_ARRAY:e.TEXTURE_2D}function b(R,w,H,ut,nt,_t=!1){if(R!==null){if(e[R]!==void 0)return e[R];Ut("WebGLRenderer: Attempt to use non-existing WebGL internal format '"+R+"'")}let St;ut&&(St=t.get("EXT_texture_norm16"),St||Ut("WebGLRenderer: Unable to use normalized textures without EXT_texture_norm16 extension"));let Q=w;if(w===e.RED&&(H===e.FLOAT&&(Q=e.R32F),H===e.HALF_FLOAT&&(Q=e.R16F),H===e.UNSIGNED_BYTE&&(Q=e.R8),H===e.UNSIGNED_SHORT&&St&&(Q=St.R16_EXT),H===e.SHORT&&St&&(Q=St.R16_SNORM_EXT)),w===e.RED_INTEGER&&(H===e.UNSIGNED_BYTE&&(Q=e.R8UI),H===e.UNSIGNED_SHORT&&(Q=e.R16UI),H===e.UNSIGNED_INT&&(Q=e.R32UI),H===e.BYTE&&(Q=e.R8I),H===e.SHORT&&(Q=e.R16I),H===e.INT&&(Q=e.R32I)),w===e.RG&&(H===e.FLOAT&&(Q=e.RG32F),H===e.HALF_FLOAT&&(Q=e.RG16F),H===e.UNSIGNED_BYTE&&(Q=e.RG8),H===e.UNSIGNED_SHORT&&St&&(Q=St.RG16_EXT),H===e.SHORT&&St&&(Q=St.RG16_SNORM_EXT)),w===e.RG_INTEGER&&(H===e.UNSIGNED_BYTE&&(Q=e.RG8UI),H===e.UNSIGNED_SHORT&&(Q=e.RG16UI),H===e.UNSIGNED_INT&&(Q=e.RG32UI),H===e.BYTE&&(Q=e.RG8I),H===e.SHORT&&(Q=e.RG16I),H===e.INT&&(Q=e.RG32I)),w===e.RGB_INTEGER&&(H===e.UNSIGNED_BYTE&&(Q=e.RGB8UI),H===e.UNSIGNED_SHORT&&(Q=e.RGB16UI),H===e.UNSIGNED_INT&&(Q=e.RGB32UI),H===e.BYTE&&(Q=e.RGB8I),H===e.SHORT&&(Q=e.RGB16I),H===e.INT&&(Q=e.RGB32I)),w===e.RGBA_INTEGER&&(H===e.UNSIGNED_BYTE&&(Q=e.RGBA8UI),H===e.UNSIGNED_SHORT&&(Q=e.RGBA16UI),H===e.UNSIGNED_INT&&(Q=e.RGBA32UI),H===e.BYTE&&(Q=e.RGBA8I),H===e.SHORT&&(Q=e.RGBA16I),H===e.INT&&(Q=e.RGBA32I)),w===e.RGB&&(H===e.UNSIGNED_SHORT&&St&&(Q=St.RGB16_EXT),H===e.SHORT&&St&&(Q=St.RGB16_SNORM_EXT),H===e.UNSIGNED_INT_5_9_9_9_REV&&(Q=e.RGB9_E5),H===e.UNSIGNED_INT_10F_11F_11F_REV&&(Q=e.R11F_G11F_B10F)),w===e.RGBA){let tt=_t?_c:jt.getTransfer(nt);H===e.FLOAT&&(Q=e.RGBA32F),H===e.HALF_FLOAT&&(Q=e.RGBA16F),H===e.UNSIGNED_BYTE&&(Q=tt===ue?e.SRGB8_ALPHA8:e.RGBA8),H===e.UNSIGNED_SHORT&&St&&(Q=St.RGBA16_EXT),H===e.SHORT&&St&&(Q=St.RGBA16_SNORM_EXT),H===e.UNSIGNED_SHORT_4_4_4_4&&(Q=e.RGBA4),H===e.UNSIGNED_SHORT_5_5_5_1&&(Q=e.RGB5_A1)}return(Q===e.R16F||Q===e.R32F||Q===e.RG16F||Q===e.RG32F||Q===e.RGBA16F||Q===e.RGBA32F)&&t.get("EXT_color_buffer_float"),Q}function y(R,w){let H;return R?w===null||w===Oi||w===Ks?H=e.DEPTH24_STENCIL8:w===Bi?H=e.DEPTH32F_STENCIL8:w===la&&(H=e.DEPTH24_STENCIL8,Ut("DepthTexture: 16 bit depth attachment is not supported with stencil. Using 24-bit attachment.")):w===null||w===Oi||w===Ks?H=e.DEPTH_COMPONENT24:w===Bi?H=e.DEPTH_COMPONENT32F:w===la&&(H=e.DEPTH_COMPONENT16),H}function S(R,w){return M(R)===!0||R.isFramebufferTexture&&R.minFilter!==Ke&&R.minFilter!==Mn?Math.log2(Math.max(w.width,w.height))+1:R.mipmaps.length>0?R.mipmaps.length:R.isCompressedTexture&&Array.isArray(R.image)?w.mipmaps.length:1}function P(R){let w=new WeakRef(R);i.get(R).__ref=w,p.add(w),_.register(R,w,w)}function C(R){let w=i.get(R).__ref;w!==void 0&&(p.delete(w),_.unregister(w))}function A(R){B(R.target)}function D(R){I(R.target)}function B(R){R.removeEventListener("dispose",A),C(R),k(R),R.isVideoTexture&&u.delete(R),R.isHTMLTexture&&h.delete(R)}function I(R){R.removeEventListener("dispose",D),C(R),Z(R)}function L(){for(let R of p){let w=R.deref();w!==void 0&&(w.isRenderTarget===!0?I(w):B(w))}p.clear(),h.clear()}function k(R){let w=i.get(R);if(w.__webglInit===void 0)return;let H=R.source,ut=d.get(H);if(ut){let nt=ut[w.__cacheKey];nt.usedTimes--,nt.usedTimes===0&&z(R),Object.keys(ut).length===0&&d.delete(H)}i.remove(R)}function z(R){let w=i.get(R);e.deleteTexture(w.__webglTexture);let H=R.source,ut=d.get(H);delete ut[w.__cacheKey],o.memory.textures--}function Z(R){let w=i.get(R);w.__depthDisposeCallback&&w.__depthDisposeCallback();let H=R.depthTexture;if(H&&H.renderTarget===R&&B(H),R.isWebGLCubeRenderTarget)for(let nt=0;nt<6;nt++){if(Array.isArray(w.__webglFramebuffer[nt]))for(let _t=0;_t<w.__webglFramebuffer[nt].length;_t++)e.deleteFramebuffer(w.__webglFramebuffer[nt][_t]);else e.deleteFramebuffer(w.__webglFramebuffer[nt]);w.__webglDepthbuffer&&e.deleteRenderbuffer(w.__webglDepthbuffer[nt])}else{if(Array.isArray(w.__webglFramebuffer))for(let nt=0;nt<w.__webglFramebuffer.length;nt++)e.deleteFramebuffer(w.__webglFramebuffer[nt]);else e.deleteFramebuffer(w.__webglFramebuffer);if(w.__webglDepthbuffer&&e.deleteRenderbuffer(w.__webglDepthbuffer),w.__webglMultisampledFramebuffer&&e.deleteFramebuffer(w.__webglMultisampledFramebuffer),w.__webglColorRenderbuffer)for(let nt=0;nt<w.__webglColorRenderbuffer.length;nt++)w.__webglColorRenderbuffer[nt]&&e.deleteRenderbuffer(w.__webglColorRenderbuffer[nt]);w.__webglDepthRenderbuffer&&e.deleteRenderbuffer(w.__webglDepthRenderbuffer)}let ut=R.textures;for(let nt=0,_t=ut.length;nt<_t;nt++){let St=i.get(ut[nt]);St.__webglTexture&&(e.deleteTexture(St.__webglTexture),o.memory.textures--),i.remove(ut[nt])}i.remove(R)}let U=0;function V(){U=0}function Y(){return U}function st(R){U=R}function ct(){let R=U;return R>=r.maxTextures&&Ut("WebGLTextures: Trying to use "+(R+1)+" texture units while this GPU supports only "+r.maxTextures),U+=1,R}function X(R){let w=[];return w.push(R.wrapS),w.push(R.wrapT),w.push(R.wrapR||0),w.push(R.magFilter),w.push(R.minFilter),w.push(R.anisotropy),w.push(R.internalFormat),w.push(R.format),w.push(R.type),w.push(R.generateMipmaps),w.push(R.mipmapsAutoUpdate),w.push(R.premultiplyAlpha),w.push(R.flipY),w.push(R.unpackAlignment),w.push(R.colorSpace),w.join()}function at(R,w){let H=i.get(R);if(R.isVideoTexture&&Ae(R),R.isRenderTargetTexture===!1&&R.isExternalTexture!==!0&&R.version>0&&H.__version!==R.version){let ut=R.image;if(ut===null)Ut("WebGLRenderer: Texture marked for update but no image data found.");else if(ut.complete===!1)Ut("WebGLRenderer: Texture marked for update but image is incomplete");else{Gt(H,R,w);return}}else R.isExternalTexture&&(H.__webglTexture=R.sourceTexture?R.sourceTexture:null);n.bindTexture(e.TEXTURE_2D,H.__webglTexture,e.TEXTURE0+w)}function ft(R,w){let H=i.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&H.__version!==R.version){Gt(H,R,w);return}else R.isExternalTexture&&(H.__webglTexture=R.sourceTexture?R.sourceTexture:null);n.bindTexture(e.TEXTURE_2D_ARRAY,H.__webglTexture,e.TEXTURE0+w)}function ot(R,w){let H=i.get(R);if(R.isRenderTargetTexture===!1&&R.version>0&&H.__version!==R.version){Gt(H,R,w);return}n.bindTexture(e.TEXTURE_3D,H.__webglTexture,e.TEXTURE0+w)}function rt(R,w){let H=i.get(R);if(R.version>0&&H.__version!==R.version){oe(H,R,w);return}n.bindTexture(e.TEXTURE_CUBE_MAP,H.__webglTexture,e.TEXTURE0+w)}let J={[Ou]:e.REPEAT,[Ji]:e.CLAMP_TO_EDGE,[Bu]:e.MIRRORED_REPEAT},gt={[Ke]:e.NEAREST,[vv]:e.NEAREST_MIPMAP_NEAREST,[Oc]:e.NEAREST_MIPMAP_LINEAR,[Mn]:e.LINEAR,[ff]:e.LINEAR_MIPMAP_NEAREST,[Pr]:e.LINEAR_MIPMAP_LINEAR},lt={[wv]:e.NEVER,[rm]:e.ALWAYS,[Tv]:e.LESS,[nm]:e.LEQUAL,[Ev]:e.EQUAL,[im]:e.GEQUAL,[Av]:e.GREATER,[Cv]:e.NOTEQUAL};function K(R,w){if(w.type===Bi&&t.has("OES_texture_float_linear")===!1&&(w.magFilter===Mn||w.magFilter===ff||w.magFilter===Oc||w.magFilter===Pr||w.minFilter===Mn||w.minFilter===ff||w.minFilter===Oc||w.minFilter===Pr)&&Ut("WebGLRenderer: Unable to use linear filtering with floating point textures. OES_texture_float_linear not supported on this device."),e.texParameteri(R,e.TEXTURE_WRAP_S,J[w.wrapS]),e.texParameteri(R,e.TEXTURE_WRAP_T,J[w.wrapT]),(R===e.TEXTURE_3D||R===e.TEXTURE_2D_ARRAY)&&e.texParameteri(R,e.TEXTURE_WRAP_R,J[w.wrapR]),e.texParameteri(R,e.TEXTURE_MAG_FILTER,gt[w.magFilter]),e.texParameteri(R,e.TEXTURE_MIN_FILTER,gt[w.minFilter]),w.compareFunction&&(e.texParameteri(R,e.TEXTURE_COMPARE_MODE,e.COMPARE_REF_TO_TEXTURE),e.texParameteri(R,e.TEXTURE_COMPARE_FUNC,lt[w.compareFunction])),t.has("EXT_texture_filter_anisotropic")===!0){if(w.magFilter===Ke||w.minFilter!==Oc&&w.minFilter!==Pr||w.type===Bi&&t.has("OES_texture_float_linear")===!1)return;if(w.anisotropy>1||i.get(w).__currentAnisotropy){let H=t.get("EXT_texture_filter_anisotropic");e.texParameterf(R,H.TEXTURE_MAX_ANISOTROPY_EXT,Math.min(w.anisotropy,r.getMaxAnisotropy())),i.get(w).__currentAnisotropy=w.anisotropy}}}function Pt(R,w){let H=!1;R.__webglInit===void 0&&(R.__webglInit=!0,w.addEventListener("dispose",A),P(w));let ut=w.source,nt=d.get(ut);nt===void 0&&(nt={},d.set(ut,nt));let _t=X(w);if(_t!==R.__cacheKey){nt[_t]===void 0&&(nt[_t]={texture:e.createTexture(),usedTimes:0},o.memory.textures++,H=!0),nt[_t].usedTimes++;let St=nt[R.__cacheKey];St!==void 0&&(nt[R.__cacheKey].usedTimes--,St.usedTimes===0&&z(w)),R.__cacheKey=_t,R.__webglTexture=nt[_t].texture}return H}function pt(R,w,H){return Math.floor(Math.floor(R/H)/w)}function Ft(R,w,H,ut){let _t=R.updateRanges;if(_t.length===0)n.texSubImage2D(e.TEXTURE_2D,0,0,0,w.width,w.height,H,ut,w.data);else{_t.sort((N,et)=>N.start-et.start);let St=0;for(let N=1;N<_t.length;N++){let et=_t[St],j=_t[N],vt=et.start+et.count,dt=pt(j.start,w.width,4),yt=pt(et.start,w.width,4);j.start<=vt+1&&dt===yt&&pt(j.start+j.count-1,w.width,4)===dt?et.count=Math.max(et.count,j.start+j.count-et.start):(++St,_t[St]=j)}_t.length=St+1;let Q=n.getParameter(e.UNPACK_ROW_LENGTH),tt=n.getParameter(e.UNPACK_SKIP_PIXELS),xt=n.getParameter(e.UNPACK_SKIP_ROWS);n.pixelStorei(e.UNPACK_ROW_LENGTH,w.width);for(let N=0,et=_t.length;N<et;N++){let j=_t[N],vt=Math.floor(j.start/4),dt=Math.ceil(j.count/4),yt=vt%w.width,Dt=Math.floor(vt/w.width),Zt=dt,ht=1;n.pixelStorei(e.UNPACK_SKIP_PIXELS,yt),n.pixelStorei(e.UNPACK_SKIP_ROWS,Dt),n.texSubImage2D(e.TEXTURE_2D,0,yt,Dt,Zt,ht,H,ut,w.data)}R.clearUpdateRanges(),n.pixelStorei(e.UNPACK_ROW_LENGTH,Q),n.pixelStorei(e.UNPACK_SKIP_PIXELS,tt),n.pixelStorei(e.UNPACK_SKIP_ROWS,xt)}}function Gt(R,w,H){let ut=e.TEXTURE_2D;(w.isDataArrayTexture||w.isCompressedArrayTexture)&&(ut=e.TEXTURE_2D_ARRAY),w.isData3DTexture&&(ut=e.TEXTURE_3D);let nt=Pt(R,w),_t=w.source;n.bindTexture(ut,R.__webglTexture,e.TEXTURE0+H);let St=i.get(_t);if(_t.version!==St.__version||nt===!0){if(n.activeTexture(e.TEXTURE0+H),(typeof ImageBitmap<"u"&&w.image instanceof ImageBitmap)===!1){let ht=jt.getPrimaries(jt.workingColorSpace),Nt=w.colorSpace===Lr?null:jt.getPrimaries(w.colorSpace),qt=w.colorSpace===Lr||ht===Nt?e.NONE:e.BROWSER_DEFAULT_WEBGL;n.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,w.flipY),n.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,w.premultiplyAlpha),n.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,qt)}n.pixelStorei(e.UNPACK_ALIGNMENT,w.unpackAlignment);let tt=x(w.image,!1,r.maxTextureSize);tt=Lt(w,tt);let xt=s.convert(w.format,w.colorSpace),N=s.convert(w.type),et=b(w.internalFormat,xt,N,w.normalized,w.colorSpace,w.isVideoTexture);K(ut,w);let j,vt=w.mipmaps,dt=w.isVideoTexture!==!0,yt=St.__version===void 0||nt===!0,Dt=_t.dataReady,Zt=S(w,tt);if(w.isDepthTexture)et=y(w.format===Ir,w.type),yt&&(dt?n.texStorage2D(e.TEXTURE_2D,1,et,tt.width,tt.height):n.texImage2D(e.TEXTURE_2D,0,et,tt.width,tt.height,0,xt,N,null));else if(w.isDataTexture)if(vt.length>0){dt&&yt&&n.texStorage2D(e.TEXTURE_2D,Zt,et,vt[0].width,vt[0].height);for(let ht=0,Nt=vt.length;ht<Nt;ht++)j=vt[ht],dt?Dt&&n.texSubImage2D(e.TEXTURE_2D,ht,0,0,j.width,j.height,xt,N,j.data):n.texImage2D(e.TEXTURE_2D,ht,et,j.width,j.height,0,xt,N,j.data);w.generateMipmaps=!1}else dt?(yt&&n.texStorage2D(e.TEXTURE_2D,Zt,et,tt.width,tt.height),Dt&&Ft(w,tt,xt,N)):n.texImage2D(e.TEXTURE_2D,0,et,tt.width,tt.height,0,xt,N,tt.data);else if(w.isCompressedTexture)if(w.isCompressedArrayTexture){dt&&yt&&n.texStorage3D(e.TEXTURE_2D_ARRAY,Zt,et,vt[0].width,vt[0].height,tt.depth);for(let ht=0,Nt=vt.length;ht<Nt;ht++)if(j=vt[ht],w.format!==ri)if(xt!==null)if(dt){if(Dt)if(w.layerUpdates.size>0){let qt=dm(j.width,j.height,w.format,w.type);for(let Tt of w.layerUpdates){let he=j.data.subarray(Tt*qt/j.data.BYTES_PER_ELEMENT,(Tt+1)*qt/j.data.BYTES_PER_ELEMENT);n.compressedTexSubImage3D(e.TEXTURE_2D_ARRAY,ht,0,0,Tt,j.width,j.height,1,xt,he)}}else n.compressedTexSubImage3D(e.TEXTURE_2D_ARRAY,ht,0,0,0,j.width,j.height,tt.depth,xt,j.data)}else n.compressedTexImage3D(e.TEXTURE_2D_ARRAY,ht,et,j.width,j.height,tt.depth,0,j.data,0,0);else Ut("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()");else dt?Dt&&n.texSubImage3D(e.TEXTURE_2D_ARRAY,ht,0,0,0,j.width,j.height,tt.depth,xt,N,j.data):n.texImage3D(e.TEXTURE_2D_ARRAY,ht,et,j.width,j.height,tt.depth,0,xt,N,j.data);w.layerUpdates.size>0&&w.clearLayerUpdates()}else{dt&&yt&&n.texStorage2D(e.TEXTURE_2D,Zt,et,vt[0].width,vt[0].height);for(let ht=0,Nt=vt.length;ht<Nt;ht++)j=vt[ht],w.format!==ri?xt!==null?dt?Dt&&n.compressedTexSubImage2D(e.TEXTURE_2D,ht,0,0,j.width,j.height,xt,j.data):n.compressedTexImage2D(e.TEXTURE_2D,ht,et,j.width,j.height,0,j.data):Ut("WebGLRenderer: Attempt to load unsupported compressed texture format in .uploadTexture()"):dt?Dt&&n.texSubImage2D(e.TEXTURE_2D,ht,0,0,j.width,j.height,xt,N,j.data):n.texImage2D(e.TEXTURE_2D,ht,et,j.width,j.height,0,xt,N,j.data)}else if(w.isDataArrayTexture)if(dt){if(yt&&n.texStorage3D(e.TEXTURE_2D_ARRAY,Zt,et,tt.width,tt.height,tt.depth),Dt)if(w.layerUpdates.size>0){let ht=dm(tt.width,tt.height,w.format,w.type);for(let Nt of w.layerUpdates){let qt=tt.data.subarray(Nt*ht/tt.data.BYTES_PER_ELEMENT,(Nt+1)*ht/tt.data.BYTES_PER_ELEMENT);n.texSubImage3D(e.TEXTURE_2D_ARRAY,0,0,0,Nt,tt.width,tt.height,1,xt,N,qt)}w.clearLayerUpdates()}else n.texSubImage3D(e.TEXTURE_2D_ARRAY,0,0,0,0,tt.width,tt.height,tt.depth,xt,N,tt.data)}else n.texImage3D(e.TEXTURE_2D_ARRAY,0,et,tt.width,tt.height,tt.depth,0,xt,N,tt.data);else if(w.isData3DTexture)dt?(yt&&n.texStorage3D(e.TEXTURE_3D,Zt,et,tt.width,tt.height,tt.depth),Dt&&n.texSubImage3D(e.TEXTURE_3D,0,0,0,0,tt.width,tt.height,tt.depth,xt,N,tt.data)):n.texImage3D(e.TEXTURE_3D,0,et,tt.width,tt.height,tt.depth,0,xt,N,tt.data);else if(w.isFramebufferTexture){if(yt)if(dt)n.texStorage2D(e.TEXTURE_2D,Zt,et,tt.width,tt.height);else{let ht=tt.width,Nt=tt.height;for(let qt=0;qt<Zt;qt++)n.texImage2D(e.TEXTURE_2D,qt,et,ht,Nt,0,xt,N,null),ht>>=1,Nt>>=1}}else if(w.isHTMLTexture){if("texElementImage2D"in e){let ht=e.canvas;if(ht.hasAttribute("layoutsubtree")||ht.setAttribute("layoutsubtree","true"),tt.parentNode!==ht){ht.appendChild(tt),h.add(w),ht.onpaint=Nt=>{let qt=Nt.changedElements;for(let Tt of h)qt.includes(Tt.image)&&(Tt.needsUpdate=!0)},ht.requestPaint();return}if(e.texElementImage2D.length===3)e.texElementImage2D(e.TEXTURE_2D,e.RGBA8,tt);else{let qt=e.RGBA,Tt=e.RGBA,he=e.UNSIGNED_BYTE;e.texElementImage2D(e.TEXTURE_2D,0,qt,Tt,he,tt)}e.texParameteri(e.TEXTURE_2D,e.TEXTURE_MIN_FILTER,e.LINEAR),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_S,e.CLAMP_TO_EDGE),e.texParameteri(e.TEXTURE_2D,e.TEXTURE_WRAP_T,e.CLAMP_TO_EDGE)}}else if(vt.length>0){if(dt&&yt){let ht=Bt(vt[0]);n.texStorage2D(e.TEXTURE_2D,Zt,et,ht.width,ht.height)}for(let ht=0,Nt=vt.length;ht<Nt;ht++)j=vt[ht],dt?Dt&&n.texSubImage2D(e.TEXTURE_2D,ht,0,0,xt,N,j):n.texImage2D(e.TEXTURE_2D,ht,et,xt,N,j);w.generateMipmaps=!1}else if(dt){if(yt){let ht=Bt(tt);n.texStorage2D(e.TEXTURE_2D,Zt,et,ht.width,ht.height)}Dt&&n.texSubImage2D(e.TEXTURE_2D,0,0,0,xt,N,tt)}else n.texImage2D(e.TEXTURE_2D,0,et,xt,N,tt);M(w)&&w.mipmapsAutoUpdate===!0&&v(ut),St.__version=_t.version,w.onUpdate&&w.onUpdate(w)}R.__version=w.version}function oe(R,w,H){if(w.image.length!==6)return;let ut=Pt(R,w),nt=w.source;n.bindTexture(e.TEXTURE_CUBE_MAP,R.__webglTexture,e.TEXTURE0+H);let _t=i.get(nt);if(nt.version!==_t.__version||ut===!0){n.activeTexture(e.TEXTURE0+H);let St=jt.getPrimaries(jt.workingColorSpace),Q=w.colorSpace===Lr?null:jt.getPrimaries(w.colorSpace),tt=w.colorSpace===Lr||St===Q?e.NONE:e.BROWSER_DEFAULT_WEBGL;n.pixelStorei(e.UNPACK_FLIP_Y_WEBGL,w.flipY),n.pixelStorei(e.UNPACK_PREMULTIPLY_ALPHA_WEBGL,w.premultiplyAlpha),n.pixelStorei(e.UNPACK_ALIGNMENT,w.unpackAlignment),n.pixelStorei(e.UNPACK_COLORSPACE_CONVERSION_WEBGL,tt);let xt=w.isCompressedTexture||w.image[0].isCompressedTexture,N=w.image[0]&&w.image[0].isDataTexture,et=[];for(let Tt=0;Tt<6;Tt++)!xt&&!N?et[Tt]=x(w.image[Tt],!0,r.maxCubemapSize):et[Tt]=N?w.image[Tt].image:w.image[Tt],et[Tt]=Lt(w,et[Tt]);let j=et[0],vt=s.convert(w.format,w.colorSpace),dt=s.convert(w.type),yt=b(w.internalFormat,vt,dt,w.normalized,w.colorSpace),Dt=w.isVideoTexture!==!0,Zt=_t.__version===void 0||ut===!0,ht=nt.dataReady,Nt=S(w,j);K(e.TEXTURE_CUBE_MAP,w);let qt;if(w.isDepthTexture){if(yt=y(w.format===Ir,w.type),Zt)if(Dt)n.texStorage2D(e.TEXTURE_CUBE_MAP,1,yt,j.width,j.height);else for(let Tt=0;Tt<6;Tt++)n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,yt,j.width,j.height,0,vt,dt,null)}else if(xt){Dt&&Zt&&n.texStorage2D(e.TEXTURE_CUBE_MAP,Nt,yt,j.width,j.height);for(let Tt=0;Tt<6;Tt++){qt=et[Tt].mipmaps;for(let he=0;he<qt.length;he++){let qe=qt[he];w.format!==ri?vt!==null?Dt?ht&&n.compressedTexSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,he,0,0,qe.width,qe.height,vt,qe.data):n.compressedTexImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,he,yt,qe.width,qe.height,0,qe.data):Ut("WebGLRenderer: Attempt to load unsupported compressed texture format in .setTextureCube()"):Dt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,he,0,0,qe.width,qe.height,vt,dt,qe.data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,he,yt,qe.width,qe.height,0,vt,dt,qe.data)}}}else{if(qt=w.mipmaps,Dt&&Zt){qt.length>0&&Nt++;let Tt=Bt(et[0]);n.texStorage2D(e.TEXTURE_CUBE_MAP,Nt,yt,Tt.width,Tt.height)}for(let Tt=0;Tt<6;Tt++)if(N){Dt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,0,0,et[Tt].width,et[Tt].height,vt,dt,et[Tt].data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,yt,et[Tt].width,et[Tt].height,0,vt,dt,et[Tt].data);for(let he=0;he<qt.length;he++){let jr=qt[he].image[Tt].image;Dt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,he+1,0,0,jr.width,jr.height,vt,dt,jr.data):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,he+1,yt,jr.width,jr.height,0,vt,dt,jr.data)}}else{Dt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,0,0,vt,dt,et[Tt]):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,0,yt,vt,dt,et[Tt]);for(let he=0;he<qt.length;he++){let qe=qt[he];Dt?ht&&n.texSubImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,he+1,0,0,vt,dt,qe.image[Tt]):n.texImage2D(e.TEXTURE_CUBE_MAP_POSITIVE_X+Tt,he+1,yt,vt,dt,qe.image[Tt])}}}M(w)&&w.mipmapsAutoUpdate===!0&&v(e.TEXTURE_CUBE_MAP),_t.__version=nt.version,w.onUpdate&&w.onUpdate(w)}R.__version=w.version}function re(R,w,H,ut,nt,_t){let St=s.convert(H.format,H.colorSpace),Q=s.convert(H.type),tt=b(H.internalFormat,St,Q,H.normalized,H.colorSpace),xt=i.get(w),N=i.get(H);if(N.__renderTarget=w,!xt.__hasExternalTextures){let et=Math.max(1,w.width>>_t),j=Math.max(1,w.height>>_t);nt===e.TEXTURE_3D||nt===e.TEXTURE_2D_ARRAY?n.texImage3D(nt,_t,tt,et,j,w.depth,0,St,Q,null):n.texImage2D(nt,_t,tt,et,j,0,St,Q,null)}n.bindFramebuffer(e.FRAMEBUFFER,R),mt(w)?a.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,ut,nt,N.__webglTexture,0,xe(w)):(nt===e.TEXTURE_2D||nt>=e.TEXTURE_CUBE_MAP_POSITIVE_X&&nt<=e.TEXTURE_CUBE_MAP_NEGATIVE_Z)&&e.framebufferTexture2D(e.FRAMEBUFFER,ut,nt,N.__webglTexture,_t),n.bindFramebuffer(e.FRAMEBUFFER,null)}function Ye(R,w,H){if(e.bindRenderbuffer(e.RENDERBUFFER,R),w.depthBuffer){let ut=w.depthTexture,nt=ut&&ut.isDepthTexture?ut.type:null,_t=y(w.stencilBuffer,nt),St=w.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;mt(w)?a.renderbufferStorageMultisampleEXT(e.RENDERBUFFER,xe(w),_t,w.width,w.height):H?e.renderbufferStorageMultisample(e.RENDERBUFFER,xe(w),_t,w.width,w.height):e.renderbufferStorage(e.RENDERBUFFER,_t,w.width,w.height),e.framebufferRenderbuffer(e.FRAMEBUFFER,St,e.RENDERBUFFER,R)}else{let ut=w.textures;for(let nt=0;nt<ut.length;nt++){let _t=ut[nt],St=s.convert(_t.format,_t.colorSpace),Q=s.convert(_t.type),tt=b(_t.internalFormat,St,Q,_t.normalized,_t.colorSpace);mt(w)?a.renderbufferStorageMultisampleEXT(e.RENDERBUFFER,xe(w),tt,w.width,w.height):H?e.renderbufferStorageMultisample(e.RENDERBUFFER,xe(w),tt,w.width,w.height):e.renderbufferStorage(e.RENDERBUFFER,tt,w.width,w.height)}}e.bindRenderbuffer(e.RENDERBUFFER,null)}function Ue(R,w,H){let ut=w.isWebGLCubeRenderTarget===!0;if(n.bindFramebuffer(e.FRAMEBUFFER,R),!(w.depthTexture&&w.depthTexture.isDepthTexture))throw new Error("THREE.WebGLTextures: renderTarget.depthTexture must be an instance of THREE.DepthTexture.");let nt=i.get(w.depthTexture);nt.__renderTarget=w;let _t=ut?w.depthTexture.image[0]:w.depthTexture.image;(!nt.__webglTexture||_t.width!==w.width||_t.height!==w.height)&&(_t.width=w.width,_t.height=w.height,w.depthTexture.needsUpdate=!0),ut?rt(w.depthTexture,0):at(w.depthTexture,0);let St=nt.__webglTexture,Q=xe(w),tt=ut?e.TEXTURE_CUBE_MAP_POSITIVE_X+H:e.TEXTURE_2D,xt=w.depthTexture.format===Ir?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;if(w.depthTexture.format===Rr)mt(w)?a.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,xt,tt,St,0,Q):e.framebufferTexture2D(e.FRAMEBUFFER,xt,tt,St,0);else if(w.depthTexture.format===Ir)mt(w)?a.framebufferTexture2DMultisampleEXT(e.FRAMEBUFFER,xt,tt,St,0,Q):e.framebufferTexture2D(e.FRAMEBUFFER,xt,tt,St,0);else throw new Error("THREE.WebGLTextures: Unknown depthTexture format.")}function Nn(R){let w=i.get(R),H=R.isWebGLCubeRenderTarget===!0;if(w.__boundDepthTexture!==R.depthTexture){let ut=R.depthTexture;if(w.__depthDisposeCallback&&w.__depthDisposeCallback(),ut){let nt=()=>{delete w.__boundDepthTexture,delete w.__depthDisposeCallback,ut.removeEventListener("dispose",nt)};ut.addEventListener("dispose",nt),w.__depthDisposeCallback=nt}w.__boundDepthTexture=ut}if(R.depthTexture&&!w.__autoAllocateDepthBuffer)if(H)for(let ut=0;ut<6;ut++)Ue(w.__webglFramebuffer[ut],R,ut);else R.texture.mipmaps.length>0?Ue(w.__webglFramebuffer[0],R,0):Ue(w.__webglFramebuffer,R,0);else if(H){w.__webglDepthbuffer=[];for(let ut=0;ut<6;ut++)if(n.bindFramebuffer(e.FRAMEBUFFER,w.__webglFramebuffer[ut]),w.__webglDepthbuffer[ut]===void 0)w.__webglDepthbuffer[ut]=e.createRenderbuffer(),Ye(w.__webglDepthbuffer[ut],R,!1);else{let nt=R.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,_t=w.__webglDepthbuffer[ut];e.bindRenderbuffer(e.RENDERBUFFER,_t),e.framebufferRenderbuffer(e.FRAMEBUFFER,nt,e.RENDERBUFFER,_t)}}else if(R.texture.mipmaps.length>0?n.bindFramebuffer(e.FRAMEBUFFER,w.__webglFramebuffer[0]):n.bindFramebuffer(e.FRAMEBUFFER,w.__webglFramebuffer),w.__webglDepthbuffer===void 0)w.__webglDepthbuffer=e.createRenderbuffer(),Ye(w.__webglDepthbuffer,R,!1);else{let nt=R.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,_t=w.__webglDepthbuffer;e.bindRenderbuffer(e.RENDERBUFFER,_t),e.framebufferRenderbuffer(e.FRAMEBUFFER,nt,e.RENDERBUFFER,_t)}n.bindFramebuffer(e.FRAMEBUFFER,null)}function xn(R,w,H){let ut=i.get(R);w!==void 0&&re(ut.__webglFramebuffer,R,R.texture,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,0),H!==void 0&&Nn(R)}function Un(R){let w=R.texture,H=i.get(R),ut=i.get(w);R.addEventListener("dispose",D),P(R);let nt=R.textures,_t=R.isWebGLCubeRenderTarget===!0,St=nt.length>1;if(St||(ut.__webglTexture===void 0&&(ut.__webglTexture=e.createTexture()),ut.__version=w.version,o.memory.textures++),_t){H.__webglFramebuffer=[];for(let Q=0;Q<6;Q++)if(w.mipmaps.length>0){H.__webglFramebuffer[Q]=[];for(let tt=0;tt<w.mipmaps.length;tt++)H.__webglFramebuffer[Q][tt]=e.createFramebuffer()}else H.__webglFramebuffer[Q]=e.createFramebuffer()}else{if(w.mipmaps.length>0){H.__webglFramebuffer=[];for(let Q=0;Q<w.mipmaps.length;Q++)H.__webglFramebuffer[Q]=e.createFramebuffer()}else H.__webglFramebuffer=e.createFramebuffer();if(St)for(let Q=0,tt=nt.length;Q<tt;Q++){let xt=i.get(nt[Q]);xt.__webglTexture===void 0&&(xt.__webglTexture=e.createTexture(),o.memory.textures++)}if(R.samples>0&&mt(R)===!1){H.__webglMultisampledFramebuffer=e.createFramebuffer(),H.__webglColorRenderbuffer=[],n.bindFramebuffer(e.FRAMEBUFFER,H.__webglMultisampledFramebuffer);for(let Q=0;Q<nt.length;Q++){let tt=nt[Q];H.__webglColorRenderbuffer[Q]=e.createRenderbuffer(),e.bindRenderbuffer(e.RENDERBUFFER,H.__webglColorRenderbuffer[Q]);let xt=s.convert(tt.format,tt.colorSpace),N=s.convert(tt.type),et=b(tt.internalFormat,xt,N,tt.normalized,tt.colorSpace,R.isXRRenderTarget===!0),j=xe(R);e.renderbufferStorageMultisample(e.RENDERBUFFER,j,et,R.width,R.height),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+Q,e.RENDERBUFFER,H.__webglColorRenderbuffer[Q])}e.bindRenderbuffer(e.RENDERBUFFER,null),R.depthBuffer&&(H.__webglDepthRenderbuffer=e.createRenderbuffer(),Ye(H.__webglDepthRenderbuffer,R,!0)),n.bindFramebuffer(e.FRAMEBUFFER,null)}}if(_t){n.bindTexture(e.TEXTURE_CUBE_MAP,ut.__webglTexture),K(e.TEXTURE_CUBE_MAP,w);for(let Q=0;Q<6;Q++)if(w.mipmaps.length>0)for(let tt=0;tt<w.mipmaps.length;tt++)re(H.__webglFramebuffer[Q][tt],R,w,e.COLOR_ATTACHMENT0,e.TEXTURE_CUBE_MAP_POSITIVE_X+Q,tt);else re(H.__webglFramebuffer[Q],R,w,e.COLOR_ATTACHMENT0,e.TEXTURE_CUBE_MAP_POSITIVE_X+Q,0);M(w)?v(e.TEXTURE_CUBE_MAP):w.mipmaps.length>0&&e.texParameteri(e.TEXTURE_CUBE_MAP,e.TEXTURE_MAX_LEVEL,w.mipmaps.length-1),n.unbindTexture()}else if(St){for(let Q=0,tt=nt.length;Q<tt;Q++){let xt=nt[Q],N=i.get(xt),et=e.TEXTURE_2D;(R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(et=R.isWebGL3DRenderTarget?e.TEXTURE_3D:e.TEXTURE_2D_ARRAY),n.bindTexture(et,N.__webglTexture),K(et,xt),re(H.__webglFramebuffer,R,xt,e.COLOR_ATTACHMENT0+Q,et,0),M(xt)&&v(et)}n.unbindTexture()}else{let Q=e.TEXTURE_2D;if((R.isWebGL3DRenderTarget||R.isWebGLArrayRenderTarget)&&(Q=R.isWebGL3DRenderTarget?e.TEXTURE_3D:e.TEXTURE_2D_ARRAY),n.bindTexture(Q,ut.__webglTexture),K(Q,w),w.mipmaps.length>0)for(let tt=0;tt<w.mipmaps.length;tt++)re(H.__webglFramebuffer[tt],R,w,e.COLOR_ATTACHMENT0,Q,tt);else re(H.__webglFramebuffer,R,w,e.COLOR_ATTACHMENT0,Q,0);M(w)?v(Q):w.mipmaps.length>0&&e.texParameteri(Q,e.TEXTURE_MAX_LEVEL,w.mipmaps.length-1),n.unbindTexture()}R.depthBuffer&&Nn(R)}function O(R){let w=R.textures;for(let H=0,ut=w.length;H<ut;H++){let nt=w[H];if(M(nt)&&nt.mipmapsAutoUpdate===!0){let _t=T(R),St=i.get(nt).__webglTexture;n.bindTexture(_t,St),v(_t),n.unbindTexture()}}}let Fn=[];function ye(R){if(R.samples>0){if(mt(R)===!1){let w=R.textures,H=R.width,ut=R.height,nt=e.COLOR_BUFFER_BIT,_t=R.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT,St=i.get(R),Q=w.length>1;if(Q)for(let xt=0;xt<w.length;xt++)n.bindFramebuffer(e.FRAMEBUFFER,St.__webglMultisampledFramebuffer),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+xt,e.RENDERBUFFER,null),n.bindFramebuffer(e.FRAMEBUFFER,St.__webglFramebuffer),e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0+xt,e.TEXTURE_2D,null,0);n.bindFramebuffer(e.READ_FRAMEBUFFER,St.__webglMultisampledFramebuffer),R.texture.mipmaps.length>0?n.bindFramebuffer(e.DRAW_FRAMEBUFFER,St.__webglFramebuffer[0]):n.bindFramebuffer(e.DRAW_FRAMEBUFFER,St.__webglFramebuffer);for(let xt=0;xt<w.length;xt++){if(R.resolveDepthBuffer&&(R.depthBuffer&&(nt|=e.DEPTH_BUFFER_BIT),R.stencilBuffer&&R.resolveStencilBuffer&&(nt|=e.STENCIL_BUFFER_BIT)),Q){e.framebufferRenderbuffer(e.READ_FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.RENDERBUFFER,St.__webglColorRenderbuffer[xt]);let N=i.get(w[xt]).__webglTexture;e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0,e.TEXTURE_2D,N,0)}e.blitFramebuffer(0,0,H,ut,0,0,H,ut,nt,e.NEAREST),c===!0&&(Fn.length=0,Fn.push(e.COLOR_ATTACHMENT0+xt),R.depthBuffer&&R.storeMultisampledDepthBuffer===!1&&Fn.push(_t),e.invalidateFramebuffer(e.READ_FRAMEBUFFER,Fn))}if(n.bindFramebuffer(e.READ_FRAMEBUFFER,null),n.bindFramebuffer(e.DRAW_FRAMEBUFFER,null),Q)for(let xt=0;xt<w.length;xt++){n.bindFramebuffer(e.FRAMEBUFFER,St.__webglMultisampledFramebuffer),e.framebufferRenderbuffer(e.FRAMEBUFFER,e.COLOR_ATTACHMENT0+xt,e.RENDERBUFFER,St.__webglColorRenderbuffer[xt]);let N=i.get(w[xt]).__webglTexture;n.bindFramebuffer(e.FRAMEBUFFER,St.__webglFramebuffer),e.framebufferTexture2D(e.DRAW_FRAMEBUFFER,e.COLOR_ATTACHMENT0+xt,e.TEXTURE_2D,N,0)}n.bindFramebuffer(e.DRAW_FRAMEBUFFER,St.__webglMultisampledFramebuffer)}else if(R.depthBuffer&&R.storeMultisampledDepthBuffer===!1&&c){let w=R.stencilBuffer?e.DEPTH_STENCIL_ATTACHMENT:e.DEPTH_ATTACHMENT;e.invalidateFramebuffer(e.DRAW_FRAMEBUFFER,[w])}}}function xe(R){return Math.min(r.maxSamples,R.samples)}function mt(R){let w=i.get(R);return R.samples>0&&t.has("WEBGL_multisampled_render_to_texture")===!0&&w.__useRenderToTexture!==!1}function Ae(R){let w=o.render.frame;u.get(R)!==w&&(u.set(R,w),R.update())}function Lt(R,w){let H=R.colorSpace,ut=R.format,nt=R.type;return R.isCompressedTexture===!0||R.isVideoTexture===!0||H!==Ws&&H!==Lr&&(jt.getTransfer(H)===ue?(ut!==ri||nt!==ii)&&Ut("WebGLTextures: sRGB encoded textures have to use RGBAFormat and UnsignedByteType."):kt("WebGLTextures: Unsupported texture color space:",H)),w}function Bt(R){return typeof HTMLImageElement<"u"&&R instanceof HTMLImageElement?(l.width=R.naturalWidth||R.width,l.height=R.naturalHeight||R.height):typeof VideoFrame<"u"&&R instanceof VideoFrame?(l.width=R.displayWidth,l.height=R.displayHeight):(l.width=R.width,l.height=R.height),l}this.allocateTextureUnit=ct,this.resetTextureUnits=V,this.getTextureUnits=Y,this.setTextureUnits=st,this.setTexture2D=at,this.setTexture2DArray=ft,this.setTexture3D=ot,this.setTextureCube=rt,this.rebindTextures=xn,this.setupRenderTarget=Un,this.updateRenderTargetMipmap=O,this.updateMultisampleRenderTarget=ye,this.setupDepthRenderbuffer=Nn,this.setupFrameBufferTexture=re,this.useMultisampledRTT=mt,this.dispose=L}function uL(e,t){function n(i,r=Lr){let s,o=jt.getTransfer(r);if(i===ii)return e.UNSIGNED_BYTE;if(i===df)return e.UNSIGNED_SHORT_4_4_4_4;if(i===pf)return e.UNSIGNED_SHORT_5_5_5_1;if(i===Jp)return e.UNSIGNED_INT_5_9_9_9_REV;if(i===Kp)return e.UNSIGNED_INT_10F_11F_11F_REV;if(i===qp)return e.BYTE;if(i===Zp)return e.SHORT;if(i===la)return e.UNSIGNED_SHORT;if(i===hf)return e.INT;if(i===Oi)return e.UNSIGNED_INT;if(i===Bi)return e.FLOAT;if(i===ki)return e.HALF_FLOAT;if(i===jp)return e.ALPHA;if(i===Qp)return e.RGB;if(i===ri)return e.RGBA;if(i===Rr)return e.DEPTH_COMPONENT;if(i===Ir)return e.DEPTH_STENCIL;if(i===tm)return e.RED;if(i===mf)return e.RED_INTEGER;if(i===ms)return e.RG;if(i===gf)return e.RG_INTEGER;if(i===_f)return e.RGBA_INTEGER;if(i===Bc||i===kc||i===zc||i===Gc)if(o===ue)if(s=t.get("WEBGL_compressed_texture_s3tc_srgb"),s!==null){if(i===Bc)return s.COMPRESSED_SRGB_S3TC_DXT1_EXT;if(i===kc)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT1_EXT;if(i===zc)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT3_EXT;if(i===Gc)return s.COMPRESSED_SRGB_ALPHA_S3TC_DXT5_EXT}else return null;else if(s=t.get("WEBGL_compressed_texture_s3tc"),s!==null){if(i===Bc)return s.COMPRESSED_RGB_S3TC_DXT1_EXT;if(i===kc)return s.COMPRESSED_RGBA_S3TC_DXT1_EXT;if(i===zc)return s.COMPRESSED_RGBA_S3TC_DXT3_EXT;if(i===Gc)return s.COMPRESSED_RGBA_S3TC_DXT5_EXT}else return null;if(i===yf||i===xf||i===vf||i===bf)if(s=t.get("WEBGL_compressed_texture_pvrtc"),s!==null){if(i===yf)return s.COMPRESSED_RGB_PVRTC_4BPPV1_IMG;if(i===xf)return s.COMPRESSED_RGB_PVRTC_2BPPV1_IMG;if(i===vf)return s.COMPRESSED_RGBA_PVRTC_4BPPV1_IMG;if(i===bf)return s.COMPRESSED_RGBA_PVRTC_2BPPV1_IMG}else return null;if(i===Sf||i===Mf||i===wf||i===Tf||i===Ef||i===Vc||i===Af)if(s=t.get("WEBGL_compressed_texture_etc"),s!==null){if(i===Sf||i===Mf)return o===ue?s.COMPRESSED_SRGB8_ETC2:s.COMPRESSED_RGB8_ETC2;if(i===wf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ETC2_EAC:s.COMPRESSED_RGBA8_ETC2_EAC;if(i===Tf)return s.COMPRESSED_R11_EAC;if(i===Ef)return s.COMPRESSED_SIGNED_R11_EAC;if(i===Vc)return s.COMPRESSED_RG11_EAC;if(i===Af)return s.COMPRESSED_SIGNED_RG11_EAC}else return null;if(i===Cf||i===Rf||i===Pf||i===If||i===Lf||i===Df||i===Nf||i===Uf||i===Ff||i===Of||i===Bf||i===kf||i===zf||i===Gf)if(s=t.get("WEBGL_compressed_texture_astc"),s!==null){if(i===Cf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_4x4_KHR:s.COMPRESSED_RGBA_ASTC_4x4_KHR;if(i===Rf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x4_KHR:s.COMPRESSED_RGBA_ASTC_5x4_KHR;if(i===Pf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_5x5_KHR:s.COMPRESSED_RGBA_ASTC_5x5_KHR;if(i===If)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x5_KHR:s.COMPRESSED_RGBA_ASTC_6x5_KHR;if(i===Lf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_6x6_KHR:s.COMPRESSED_RGBA_ASTC_6x6_KHR;if(i===Df)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x5_KHR:s.COMPRESSED_RGBA_ASTC_8x5_KHR;if(i===Nf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x6_KHR:s.COMPRESSED_RGBA_ASTC_8x6_KHR;if(i===Uf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_8x8_KHR:s.COMPRESSED_RGBA_ASTC_8x8_KHR;if(i===Ff)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x5_KHR:s.COMPRESSED_RGBA_ASTC_10x5_KHR;if(i===Of)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x6_KHR:s.COMPRESSED_RGBA_ASTC_10x6_KHR;if(i===Bf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x8_KHR:s.COMPRESSED_RGBA_ASTC_10x8_KHR;if(i===kf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_10x10_KHR:s.COMPRESSED_RGBA_ASTC_10x10_KHR;if(i===zf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x10_KHR:s.COMPRESSED_RGBA_ASTC_12x10_KHR;if(i===Gf)return o===ue?s.COMPRESSED_SRGB8_ALPHA8_ASTC_12x12_KHR:s.COMPRESSED_RGBA_ASTC_12x12_KHR}else return null;if(i===Vf||i===Hf||i===Wf)if(s=t.get("EXT_texture_compression_bptc"),s!==null){if(i===Vf)return o===ue?s.COMPRESSED_SRGB_ALPHA_BPTC_UNORM_EXT:s.COMPRESSED_RGBA_BPTC_UNORM_EXT;if(i===Hf)return s.COMPRESSED_RGB_BPTC_SIGNED_FLOAT_EXT;if(i===Wf)return s.COMPRESSED_RGB_BPTC_UNSIGNED_FLOAT_EXT}else return null;if(i===Xf||i===$f||i===Hc||i===Yf)if(s=t.get("EXT_texture_compression_rgtc"),s!==null){if(i===Xf)return s.COMPRESSED_RED_RGTC1_EXT;if(i===$f)return s.COMPRESSED_SIGNED_RED_RGTC1_EXT;if(i===Hc)return s.COMPRESSED_RED_GREEN_RGTC2_EXT;if(i===Yf)return s.COMPRESSED_SIGNED_RED_GREEN_RGTC2_EXT}else return null;return i===Ks?e.UNSIGNED_INT_24_8:e[i]!==void 0?e[i]:null}return{convert:n}}var fL=`
void main() {

	gl_Position = vec4( position, 1.0 );

}`,hL=`
uniform sampler2DArray depthColor;
uniform float depthWidth;
uniform float depthHeight;

void main() {

	vec2 coord = vec2( gl_FragCoord.x / depthWidth, gl_FragCoord.y / depthHeight );

	if ( coord.x >= 1.0 ) {

		gl_FragDepth = texture( depthColor, vec3( coord.x - 1.0, coord.y, 1 ) ).r;

	} else {

		gl_FragDepth = texture( depthColor, vec3( coord.x, coord.y, 0 ) ).r;

	}

}`,Am=class{constructor(){this.texture=null,this.mesh=null,this.depthNear=0,this.depthFar=0}init(t,n){if(this.texture===null){let i=new Rc(t.texture);(t.depthNear!==n.depthNear||t.depthFar!==n.depthFar)&&(this.depthNear=t.depthNear,this.depthFar=t.depthFar),this.texture=i}}getMesh(t){if(this.texture!==null&&this.mesh===null){let n=t.cameras[0].viewport,i=new kn({vertexShader:fL,fragmentShader:hL,uniforms:{depthColor:{value:this.texture},depthWidth:{value:n.z},depthHeight:{value:n.w}}});this.mesh=new Bn(new Ys(20,20),i)}return this.mesh}reset(){this.texture=null,this.mesh=null}getDepthTexture(){return this.texture}},Cm=class extends Di{constructor(t,n){super();let i=this,r=null,s=1,o=null,a="local-floor",c=1,l=null,u=null,h=null,f=null,d=null,p=null,_=typeof XRWebGLBinding<"u",m=new Am,g={},x=n.getContextAttributes(),M=null,v=null,T=[],b=[],y=new Ot,S=null,P=null,C=new Sn;C.viewport=new de;let A=new Sn;A.viewport=new de;let D=[C,A],B=new af,I=null,L=null;this.cameraAutoUpdate=!0,this.enabled=!1,this.isPresenting=!1,this.getController=function(X){let at=T[X];return at===void 0&&(at=new ta,T[X]=at),at.getTargetRaySpace()},this.getControllerGrip=function(X){let at=T[X];return at===void 0&&(at=new ta,T[X]=at),at.getGripSpace()},this.getHand=function(X){let at=T[X];return at===void 0&&(at=new ta,T[X]=at),at.getHandSpace()};function k(X){let at=b.indexOf(X.inputSource);if(at===-1)return;let ft=T[at];ft!==void 0&&(ft.update(X.inputSource,X.frame,l||o),ft.dispatchEvent({type:X.type,data:X.inputSource}))}function z(){r.removeEventListener("select",k),r.removeEventListener("selectstart",k),r.removeEventListener("selectend",k),r.removeEventListener("squeeze",k),r.removeEventListener("squeezestart",k),r.removeEventListener("squeezeend",k),r.removeEventListener("end",z),r.removeEventListener("inputsourceschange",Z);for(let X=0;X<T.length;X++){let at=b[X];at!==null&&(b[X]=null,T[X].disconnect(at))}I=null,L=null,m.reset();for(let X in g)delete g[X];if(t.setRenderTarget(M),d=null,f=null,h=null,r=null,v=null,ct.stop(),i.isPresenting=!1,t.setPixelRatio(S),t.setSize(y.width,y.height,!1),P!==null){let X=P.camera;X.fov=P.fov,X.zoom=P.zoom,X.updateProjectionMatrix(),P=null}i.dispatchEvent({type:"sessionend"})}this.setFramebufferScaleFactor=function(X){s=X,i.isPresenting===!0&&Ut("WebXRManager: Cannot change framebuffer scale while presenting.")},this.setReferenceSpaceType=function(X){a=X,i.isPresenting===!0&&Ut("WebXRManager: Cannot change reference space type while presenting.")},this.getReferenceSpace=function(){return l||o},this.setReferenceSpace=function(X){l=X},this.getBaseLayer=function(){return f!==null?f:d},this.getBinding=function(){return h===null&&_&&(h=new XRWebGLBinding(r,n)),h},this.getFrame=function(){return p},this.getSession=function(){return r},this.setSession=async function(X){if(r=X,r!==null){if(M=t.getRenderTarget(),r.addEventListener("select",k),r.addEventListener("selectstart",k),r.addEventListener("selectend",k),r.addEventListener("squeeze",k),r.addEventListener("squeezestart",k),r.addEventListener("squeezeend",k),r.addEventListener("end",z),r.addEventListener("inputsourceschange",Z),x.xrCompatible!==!0&&await n.makeXRCompatible(),S=t.getPixelRatio(),t.getSize(y),_&&"createProjectionLayer"in XRWebGLBinding.prototype){let ft=null,ot=null,rt=null;x.depth&&(rt=x.stencil?n.DEPTH24_STENCIL8:n.DEPTH_COMPONENT24,ft=x.stencil?Ir:Rr,ot=x.stencil?Ks:Oi);let J={colorFormat:n.RGBA8,depthFormat:rt,scaleFactor:s};h=this.getBinding(),f=h.createProjectionLayer(J),r.updateRenderState({layers:[f]}),t.setPixelRatio(1),t.setSize(f.textureWidth,f.textureHeight,!1),v=new wn(f.textureWidth,f.textureHeight,{format:ri,type:ii,depthTexture:new Fi(f.textureWidth,f.textureHeight,ot,void 0,void 0,void 0,void 0,void 0,void 0,ft),stencilBuffer:x.stencil,colorSpace:t.outputColorSpace,samples:x.antialias?4:0,resolveDepthBuffer:f.ignoreDepthValues===!1,resolveStencilBuffer:f.ignoreDepthValues===!1,storeMultisampledDepthBuffer:f.ignoreDepthValues===!1,storeMultisampledStencilBuffer:f.ignoreDepthValues===!1})}else{let ft={antialias:x.antialias,alpha:!0,depth:x.depth,stencil:x.stencil,framebufferScaleFactor:s};d=new XRWebGLLayer(r,n,ft),r.updateRenderState({baseLayer:d}),t.setPixelRatio(1),t.setSize(d.framebufferWidth,d.framebufferHeight,!1),v=new wn(d.framebufferWidth,d.framebufferHeight,{format:ri,type:ii,colorSpace:t.outputColorSpace,stencilBuffer:x.stencil,resolveDepthBuffer:d.ignoreDepthValues===!1,resolveStencilBuffer:d.ignoreDepthValues===!1,storeMultisampledDepthBuffer:d.ignoreDepthValues===!1,storeMultisampledStencilBuffer:d.ignoreDepthValues===!1})}v.isXRRenderTarget=!0,this.setFoveation(c),l=null,o=await r.requestReferenceSpace(a),ct.setContext(r),ct.start(),i.isPresenting=!0,i.dispatchEvent({type:"sessionstart"})}},this.getEnvironmentBlendMode=function(){if(r!==null)return r.environmentBlendMode},this.getDepthTexture=function(){return m.getDepthTexture()};function Z(X){for(let at=0;at<X.removed.length;at++){let ft=X.removed[at],ot=b.indexOf(ft);ot>=0&&(b[ot]=null,T[ot].disconnect(ft))}for(let at=0;at<X.added.length;at++){let ft=X.added[at],ot=b.indexOf(ft);if(ot===-1){for(let J=0;J<T.length;J++)if(J>=b.length){b.push(ft),ot=J;break}else if(b[J]===null){b[J]=ft,ot=J;break}if(ot===-1)break}let rt=T[ot];rt&&rt.connect(ft)}}function U(X,at){at===null?X.matrixWorld.copy(X.matrix):X.matrixWorld.multiplyMatrices(at.matrixWorld,X.matrix),X.matrixWorldInverse.copy(X.matrixWorld).invert()}this.updateCamera=function(X){if(r===null)return;let at=X.near,ft=X.far;m.texture!==null&&(m.depthNear>0&&(at=m.depthNear),m.depthFar>0&&(ft=m.depthFar)),B.near=A.near=C.near=at,B.far=A.far=C.far=ft,(I!==B.near||L!==B.far)&&(r.updateRenderState({depthNear:B.near,depthFar:B.far}),I=B.near,L=B.far),B.layers.mask=X.layers.mask|6,C.layers.mask=B.layers.mask&-5,A.layers.mask=B.layers.mask&-3;let ot=X.parent,rt=B.cameras;U(B,ot);for(let J=0;J<rt.length;J++)U(rt[J],ot);B.projectionMatrix.copy(C.projectionMatrix),B.projectionMatrixInverse.copy(C.projectionMatrixInverse),P===null&&X.isPerspectiveCamera&&(P={camera:X,fov:X.fov,zoom:X.zoom}),V(X,B,ot)};function V(X,at,ft){ft===null?X.matrix.copy(at.matrixWorld):(X.matrix.copy(ft.matrixWorld),X.matrix.invert(),X.matrix.multiply(at.matrixWorld)),X.matrix.decompose(X.position,X.quaternion,X.scale),X.updateMatrixWorld(!0),X.projectionMatrix.copy(at.projectionMatrix),X.projectionMatrixInverse.copy(at.projectionMatrixInverse),X.isPerspectiveCamera&&(X.fov=jo*2*Math.atan(1/X.projectionMatrix.elements[5]),X.zoom=1)}this.getCamera=function(){return B},this.getFoveation=function(){if(!(f===null&&d===null))return c},this.setFoveation=function(X){c=X,f!==null&&(f.fixedFoveation=X),d!==null&&d.fixedFoveation!==void 0&&(d.fixedFoveation=X)},this.hasDepthSensing=function(){return m.texture!==null},this.getDepthSensingMesh=function(){return m.getMesh(B)},this.getCameraTexture=function(X){return g[X]};let Y=null;function st(X,at){if(u=at.getViewerPose(l||o),p=at,u!==null){let ft=u.views;d!==null&&(t.setRenderTargetFramebuffer(v,d.framebuffer),t.setRenderTarget(v));let ot=!1;ft.length!==B.cameras.length&&(B.cameras.length=0,ot=!0);for(let lt=0;lt<ft.length;lt++){let K=ft[lt],Pt=null;if(d!==null)Pt=d.getViewport(K);else{let Ft=h.getViewSubImage(f,K);Pt=Ft.viewport,lt===0&&(t.setRenderTargetTextures(v,Ft.colorTexture,Ft.depthStencilTexture),t.setRenderTarget(v))}let pt=D[lt];pt===void 0&&(pt=new Sn,pt.layers.enable(lt),pt.viewport=new de,D[lt]=pt),pt.matrix.fromArray(K.transform.matrix),pt.matrix.decompose(pt.position,pt.quaternion,pt.scale),pt.projectionMatrix.fromArray(K.projectionMatrix),pt.projectionMatrixInverse.copy(pt.projectionMatrix).invert(),pt.viewport.set(Pt.x,Pt.y,Pt.width,Pt.height),lt===0&&(B.matrix.copy(pt.matrix),B.matrix.decompose(B.position,B.quaternion,B.scale)),ot===!0&&B.cameras.push(pt)}let rt=r.enabledFeatures;if(rt&&rt.includes("depth-sensing")&&r.depthUsage=="gpu-optimized"&&_){h=i.getBinding();let lt=h.getDepthInformation(ft[0]);lt&&lt.isValid&&lt.texture&&m.init(lt,r.renderState)}if(rt&&rt.includes("camera-access")&&_){t.state.unbindTexture(),h=i.getBinding();for(let lt=0;lt<ft.length;lt++){let K=ft[lt].camera;if(K){let Pt=g[K];Pt||(Pt=new Rc,g[K]=Pt);let pt=h.getCameraImage(K);Pt.sourceTexture=pt}}}}for(let ft=0;ft<T.length;ft++){let ot=b[ft],rt=T[ft];ot!==null&&rt!==void 0&&rt.update(ot,at,l||o)}Y&&Y(X,at),at.detectedPlanes&&i.dispatchEvent({type:"planesdetected",data:at}),p=null}let ct=new ib;ct.setAnimationLoop(st),this.setAnimationLoop=function(X){Y=X},this.dispose=function(){}}},dL=new we,db=new zt;db.set(-1,0,0,0,1,0,0,0,1);function pL(e,t){function n(m,g){m.matrixAutoUpdate===!0&&m.updateMatrix(),g.value.copy(m.matrix)}function i(m,g){g.color.getRGB(m.fogColor.value,um(e)),g.isFog?(m.fogNear.value=g.near,m.fogFar.value=g.far):g.isFogExp2&&(m.fogDensity.value=g.density)}function r(m,g,x,M,v){g.isNodeMaterial?g.uniformsNeedUpdate=!1:g.isMeshBasicMaterial?s(m,g):g.isMeshLambertMaterial?(s(m,g),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)):g.isMeshToonMaterial?(s(m,g),h(m,g)):g.isMeshPhongMaterial?(s(m,g),u(m,g),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)):g.isMeshStandardMaterial?(s(m,g),f(m,g),g.isMeshPhysicalMaterial&&d(m,g,v)):g.isMeshMatcapMaterial?(s(m,g),p(m,g)):g.isMeshDepthMaterial?s(m,g):g.isMeshDistanceMaterial?(s(m,g),_(m,g)):g.isMeshNormalMaterial?s(m,g):g.isLineBasicMaterial?(o(m,g),g.isLineDashedMaterial&&a(m,g)):g.isPointsMaterial?c(m,g,x,M):g.isSpriteMaterial?l(m,g):g.isShadowMaterial?(m.color.value.copy(g.color),m.opacity.value=g.opacity):g.isShaderMaterial&&(g.uniformsNeedUpdate=!1)}function s(m,g){m.opacity.value=g.opacity,g.color&&m.diffuse.value.copy(g.color),g.emissive&&m.emissive.value.copy(g.emissive).multiplyScalar(g.emissiveIntensity),g.map&&(m.map.value=g.map,n(g.map,m.mapTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,n(g.alphaMap,m.alphaMapTransform)),g.bumpMap&&(m.bumpMap.value=g.bumpMap,n(g.bumpMap,m.bumpMapTransform),m.bumpScale.value=g.bumpScale,g.side===Tn&&(m.bumpScale.value*=-1)),g.normalMap&&(m.normalMap.value=g.normalMap,n(g.normalMap,m.normalMapTransform),m.normalScale.value.copy(g.normalScale),g.side===Tn&&m.normalScale.value.negate()),g.displacementMap&&(m.displacementMap.value=g.displacementMap,n(g.displacementMap,m.displacementMapTransform),m.displacementScale.value=g.displacementScale,m.displacementBias.value=g.displacementBias),g.emissiveMap&&(m.emissiveMap.value=g.emissiveMap,n(g.emissiveMap,m.emissiveMapTransform)),g.specularMap&&(m.specularMap.value=g.specularMap,n(g.specularMap,m.specularMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest);let x=t.get(g),M=x.envMap,v=x.envMapRotation;M&&(m.envMap.value=M,m.envMapRotation.value.setFromMatrix4(dL.makeRotationFromEuler(v)).transpose(),M.isCubeTexture&&M.isRenderTargetTexture===!1&&m.envMapRotation.value.premultiply(db),m.reflectivity.value=g.reflectivity,m.ior.value=g.ior,m.refractionRatio.value=g.refractionRatio),g.lightMap&&(m.lightMap.value=g.lightMap,m.lightMapIntensity.value=g.lightMapIntensity,n(g.lightMap,m.lightMapTransform)),g.aoMap&&(m.aoMap.value=g.aoMap,m.aoMapIntensity.value=g.aoMapIntensity,n(g.aoMap,m.aoMapTransform))}function o(m,g){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,g.map&&(m.map.value=g.map,n(g.map,m.mapTransform))}function a(m,g){m.dashSize.value=g.dashSize,m.totalSize.value=g.dashSize+g.gapSize,m.scale.value=g.scale}function c(m,g,x,M){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,m.size.value=g.size*x,m.scale.value=M*.5,g.map&&(m.map.value=g.map,n(g.map,m.uvTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,n(g.alphaMap,m.alphaMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest)}function l(m,g){m.diffuse.value.copy(g.color),m.opacity.value=g.opacity,m.rotation.value=g.rotation,g.map&&(m.map.value=g.map,n(g.map,m.mapTransform)),g.alphaMap&&(m.alphaMap.value=g.alphaMap,n(g.alphaMap,m.alphaMapTransform)),g.alphaTest>0&&(m.alphaTest.value=g.alphaTest)}function u(m,g){m.specular.value.copy(g.specular),m.shininess.value=Math.max(g.shininess,1e-4)}function h(m,g){g.gradientMap&&(m.gradientMap.value=g.gradientMap)}function f(m,g){m.metalness.value=g.metalness,g.metalnessMap&&(m.metalnessMap.value=g.metalnessMap,n(g.metalnessMap,m.metalnessMapTransform)),m.roughness.value=g.roughness,g.roughnessMap&&(m.roughnessMap.value=g.roughnessMap,n(g.roughnessMap,m.roughnessMapTransform)),g.envMap&&(m.envMapIntensity.value=g.envMapIntensity)}function d(m,g,x){m.ior.value=g.ior,g.diffuseRoughness>0&&(m.diffuseRoughness.value=g.diffuseRoughness,g.diffuseRoughnessMap&&(m.diffuseRoughnessMap.value=g.diffuseRoughnessMap,n(g.diffuseRoughnessMap,m.diffuseRoughnessMapTransform))),g.sheen>0&&(m.sheenColor.value.copy(g.sheenColor).multiplyScalar(g.sheen),m.sheenRoughness.value=g.sheenRoughness,g.sheenColorMap&&(m.sheenColorMap.value=g.sheenColorMap,n(g.sheenColorMap,m.sheenColorMapTransform)),g.sheenRoughnessMap&&(m.sheenRoughnessMap.value=g.sheenRoughnessMap,n(g.sheenRoughnessMap,m.sheenRoughnessMapTransform))),g.clearcoat>0&&(m.clearcoat.value=g.clearcoat,m.clearcoatRoughness.value=g.clearcoatRoughness,g.clearcoatMap&&(m.clearcoatMap.value=g.clearcoatMap,n(g.clearcoatMap,m.clearcoatMapTransform)),g.clearcoatRoughnessMap&&(m.clearcoatRoughnessMap.value=g.clearcoatRoughnessMap,n(g.clearcoatRoughnessMap,m.clearcoatRoughnessMapTransform)),g.clearcoatNormalMap&&(m.clearcoatNormalMap.value=g.clearcoatNormalMap,n(g.clearcoatNormalMap,m.clearcoatNormalMapTransform),m.clearcoatNormalScale.value.copy(g.clearcoatNormalScale),g.side===Tn&&m.clearcoatNormalScale.value.negate())),g.dispersion>0&&(m.dispersion.value=g.dispersion),g.retroreflectivity>0&&(m.retroreflectivity.value=g.retroreflectivity),g.iridescence>0&&(m.iridescence.value=g.iridescence,m.iridescenceIOR.value=g.iridescenceIOR,m.iridescenceThicknessMinimum.value=g.iridescenceThicknessMinimum,m.iridescenceThicknessMaximum.value=g.iridescenceThicknessMaximum,g.iridescenceMap&&(m.iridescenceMap.value=g.iridescenceMap,n(g.iridescenceMap,m.iridescenceMapTransform)),g.iridescenceThicknessMap&&(m.iridescenceThicknessMap.value=g.iridescenceThicknessMap,n(g.iridescenceThicknessMap,m.iridescenceThicknessMapTransform))),g.transmission>0&&(m.transmission.value=g.transmission,m.transmissionSamplerMap.value=x.texture,m.transmissionSamplerSize.value.set(x.width,x.height),g.transmissionMap&&(m.transmissionMap.value=g.transmissionMap,n(g.transmissionMap,m.transmissionMapTransform)),m.thickness.value=g.thickness,g.thicknessMap&&(m.thicknessMap.value=g.thicknessMap,n(g.thicknessMap,m.thicknessMapTransform)),m.attenuationDistance.value=g.attenuationDistance,m.attenuationColor.value.copy(g.attenuationColor)),g.anisotropy>0&&(m.anisotropyVector.value.set(g.anisotropy*Math.cos(g.anisotropyRotation),g.anisotropy*Math.sin(g.anisotropyRotation)),g.anisotropyMap&&(m.anisotropyMap.value=g.anisotropyMap,n(g.anisotropyMap,m.anisotropyMapTransform))),m.specularIntensity.value=g.specularIntensity,m.specularColor.value.copy(g.specularColor),g.specularColorMap&&(m.specularColorMap.value=g.specularColorMap,n(g.specularColorMap,m.specularColorMapTransform)),g.specularIntensityMap&&(m.specularIntensityMap.value=g.specularIntensityMap,n(g.specularIntensityMap,m.specularIntensityMapTransform))}function p(m,g){g.matcap&&(m.matcap.value=g.matcap)}function _(m,g){let x=t.get(g).light;m.referencePosition.value.setFromMatrixPosition(x.matrixWorld),m.nearDistance.value=x.shadow.camera.near,m.farDistance.value=x.shadow.camera.far}return{refreshFogUniforms:i,refreshMaterialUniforms:r}}function mL(e,t,n,i){let r={},s={};function o(x,M){let v=M.program;i.uniformBlockBinding(x,v,r[x.id])}function a(x,M){let v=r[x.id];v===void 0&&(p(x),v=c(x),r[x.id]=v,x.addEventListener("dispose",m));let T=M.program;i.updateUBOMapping(x,T);let b=t.render.frame;s[x.id]!==b&&(l(x),s[x.id]=b)}function c(x){let M=e.createBuffer(),v=x.__size,T=x.usage;return e.bindBuffer(e.UNIFORM_BUFFER,M),e.bufferData(e.UNIFORM_BUFFER,v,T),e.bindBuffer(e.UNIFORM_BUFFER,null),M}function l(x){let M=r[x.id],v=x.uniforms,T=x.__cache;e.bindBuffer(e.UNIFORM_BUFFER,M);for(let b=0,y=v.length;b<y;b++){let S=v[b];if(Array.isArray(S))for(let P=0,C=S.length;P<C;P++)u(S[P],b,P,T);else u(S,b,0,T)}e.bindBuffer(e.UNIFORM_BUFFER,null)}function u(x,M,v,T){if(f(x,M,v,T)===!0){let b=x.__offset,y=x.value;if(Array.isArray(y)){let S=0;for(let P=0;P<y.length;P++){let C=y[P],A=_(C,!0);h(C,x.__data,S),S+=A.storage/Float32Array.BYTES_PER_ELEMENT}}else h(y,x.__data,0);e.bufferSubData(e.UNIFORM_BUFFER,b,x.__data)}}function h(x,M,v){typeof x=="number"||typeof x=="boolean"?M[v]=x:x.isMatrix3?(M[v]=x.elements[0],M[v+1]=x.elements[1],M[v+2]=x.elements[2],M[v+3]=0,M[v+4]=x.elements[3],M[v+5]=x.elements[4],M[v+6]=x.elements[5],M[v+7]=0,M[v+8]=x.elements[6],M[v+9]=x.elements[7],M[v+10]=x.elements[8],M[v+11]=0):ArrayBuffer.isView(x)?M.set(x.subarray(0,M.length-v),v):x.toArray(M,v)}function f(x,M,v,T){let b=x.value,y=M+"_"+v;if(Array.isArray(b)){T[y]===void 0&&(T[y]=[]);let S=T[y],P=!1;for(let C=0;C<b.length;C++)d(b[C],S,C)===!0&&(P=!0);return P}return d(b,T,y)}function d(x,M,v){if(M[v]===void 0)return typeof x=="number"||typeof x=="boolean"?M[v]=x:ArrayBuffer.isView(x)?M[v]=x.slice():M[v]=x.clone(),!0;{let T=M[v];if(typeof x=="number"||typeof x=="boolean"){if(T!==x)return M[v]=x,!0}else{if(ArrayBuffer.isView(x))return!0;if(T.equals(x)===!1)return T.copy(x),!0}}return!1}function p(x){let M=x.uniforms,v=0,T=16;for(let y=0,S=M.length;y<S;y++){let P=Array.isArray(M[y])?M[y]:[M[y]];for(let C=0,A=P.length;C<A;C++){let D=P[C],B=Array.isArray(D.value)?D.value:[D.value],I=Array.isArray(M[y])||Array.isArray(D.value),L=v;for(let z=0,Z=B.length;z<Z;z++){let U=B[z],V=_(U,I),Y=v%T,st=Y%V.boundary,ct=Y+st;v+=st,ct!==0&&T-ct<V.storage&&(v+=T-ct),z===0&&(L=v),v+=V.storage}let k=D.type==="int"?Int32Array:D.type==="uint"?Uint32Array:Float32Array;D.__data=new k((v-L)/Float32Array.BYTES_PER_ELEMENT),D.__offset=L}}let b=v%T;return b>0&&(v+=T-b),x.__size=v,x.__cache={},this}function _(x,M){let v={boundary:0,storage:0};return typeof x=="number"||typeof x=="boolean"?(v.boundary=4,v.storage=4):x.isVector2?(v.boundary=8,v.storage=8):x.isVector3||x.isColor?(v.boundary=16,v.storage=12):x.isVector4?(v.boundary=16,v.storage=16):x.isMatrix3?(v.boundary=16,v.storage=48):x.isMatrix4?(v.boundary=16,v.storage=64):x.isTexture?Ut("WebGLRenderer: Texture samplers can not be part of an uniforms group."):ArrayBuffer.isView(x)?(v.boundary=16,v.storage=x.byteLength):Ut("WebGLRenderer: Unsupported uniform value type.",x),M===!0&&(v.boundary=16,v.storage=Math.ceil(v.storage/16)*16),v}function m(x){let M=x.target;M.removeEventListener("dispose",m),e.deleteBuffer(r[M.id]),delete r[M.id],delete s[M.id]}function g(){for(let x in r)e.deleteBuffer(r[x]);r={},s={}}return{bind:o,update:a,dispose:g}}var gL=new Uint16Array([12469,15057,12620,14925,13266,14620,13807,14376,14323,13990,14545,13625,14713,13328,14840,12882,14931,12528,14996,12233,15039,11829,15066,11525,15080,11295,15085,10976,15082,10705,15073,10495,13880,14564,13898,14542,13977,14430,14158,14124,14393,13732,14556,13410,14702,12996,14814,12596,14891,12291,14937,11834,14957,11489,14958,11194,14943,10803,14921,10506,14893,10278,14858,9960,14484,14039,14487,14025,14499,13941,14524,13740,14574,13468,14654,13106,14743,12678,14818,12344,14867,11893,14889,11509,14893,11180,14881,10751,14852,10428,14812,10128,14765,9754,14712,9466,14764,13480,14764,13475,14766,13440,14766,13347,14769,13070,14786,12713,14816,12387,14844,11957,14860,11549,14868,11215,14855,10751,14825,10403,14782,10044,14729,9651,14666,9352,14599,9029,14967,12835,14966,12831,14963,12804,14954,12723,14936,12564,14917,12347,14900,11958,14886,11569,14878,11247,14859,10765,14828,10401,14784,10011,14727,9600,14660,9289,14586,8893,14508,8533,15111,12234,15110,12234,15104,12216,15092,12156,15067,12010,15028,11776,14981,11500,14942,11205,14902,10752,14861,10393,14812,9991,14752,9570,14682,9252,14603,8808,14519,8445,14431,8145,15209,11449,15208,11451,15202,11451,15190,11438,15163,11384,15117,11274,15055,10979,14994,10648,14932,10343,14871,9936,14803,9532,14729,9218,14645,8742,14556,8381,14461,8020,14365,7603,15273,10603,15272,10607,15267,10619,15256,10631,15231,10614,15182,10535,15118,10389,15042,10167,14963,9787,14883,9447,14800,9115,14710,8665,14615,8318,14514,7911,14411,7507,14279,7198,15314,9675,15313,9683,15309,9712,15298,9759,15277,9797,15229,9773,15166,9668,15084,9487,14995,9274,14898,8910,14800,8539,14697,8234,14590,7790,14479,7409,14367,7067,14178,6621,15337,8619,15337,8631,15333,8677,15325,8769,15305,8871,15264,8940,15202,8909,15119,8775,15022,8565,14916,8328,14804,8009,14688,7614,14569,7287,14448,6888,14321,6483,14088,6171,15350,7402,15350,7419,15347,7480,15340,7613,15322,7804,15287,7973,15229,8057,15148,8012,15046,7846,14933,7611,14810,7357,14682,7069,14552,6656,14421,6316,14251,5948,14007,5528,15356,5942,15356,5977,15353,6119,15348,6294,15332,6551,15302,6824,15249,7044,15171,7122,15070,7050,14949,6861,14818,6611,14679,6349,14538,6067,14398,5651,14189,5311,13935,4958,15359,4123,15359,4153,15356,4296,15353,4646,15338,5160,15311,5508,15263,5829,15188,6042,15088,6094,14966,6001,14826,5796,14678,5543,14527,5287,14377,4985,14133,4586,13869,4257,15360,1563,15360,1642,15358,2076,15354,2636,15341,3350,15317,4019,15273,4429,15203,4732,15105,4911,14981,4932,14836,4818,14679,4621,14517,4386,14359,4156,14083,3795,13808,3437,15360,122,15360,137,15358,285,15355,636,15344,1274,15322,2177,15281,2765,15215,3223,15120,3451,14995,3569,14846,3567,14681,3466,14511,3305,14344,3121,14037,2800,13753,2467,15360,0,15360,1,15359,21,15355,89,15346,253,15325,479,15287,796,15225,1148,15133,1492,15008,1749,14856,1882,14685,1886,14506,1783,14324,1608,13996,1398,13702,1183]),Qi=null;function _L(){return Qi===null&&(Qi=new ea(gL,16,16,ms,ki),Qi.name="DFG_LUT",Qi.minFilter=Mn,Qi.magFilter=Mn,Qi.wrapS=Ji,Qi.wrapT=Ji,Qi.generateMipmaps=!1,Qi.needsUpdate=!0),Qi}var jf=class{constructor(t={}){let{canvas:n=Rv(),context:i=null,depth:r=!0,stencil:s=!1,alpha:o=!1,antialias:a=!1,premultipliedAlpha:c=!0,preserveDrawingBuffer:l=!1,powerPreference:u="default",failIfMajorPerformanceCaveat:h=!1,reversedDepthBuffer:f=!1,outputBufferType:d=ii}=t;this.isWebGLRenderer=!0;let p;if(i!==null){if(typeof WebGLRenderingContext<"u"&&i instanceof WebGLRenderingContext)throw new Error("THREE.WebGLRenderer: WebGL 1 is not supported since r163.");p=i.getContextAttributes().alpha}else p=o;let _=d,m=new Set([_f,gf,mf]),g=new Set([ii,Oi,la,Ks,df,pf]),x=new Uint32Array(4),M=new Int32Array(4),v={textures:[],min:[],max:[],resolution:[]},T=null,b=null,y=[],S=[],P=null;this.domElement=n,this.debug={checkShaderErrors:!0,diagnostics:{keywords:!1},onShaderError:null},this.autoClear=!0,this.autoClearColor=!0,this.autoClearDepth=!0,this.autoClearStencil=!0,this.sortObjects=!0,this.clippingPlanes=[],this.localClippingEnabled=!1,this.toneMapping=ji,this.toneMappingExposure=1,this.transmissionResolutionScale=1;let C=this,A=!1,D=null,B=null,I=null,L=null;this._outputColorSpace=Zn;let k=0,z=0,Z=null,U=-1,V=null,Y=new de,st=new de,ct=null,X=new ne(0),at=0,ft=n.width,ot=n.height,rt=1,J=null,gt=null,lt=new de(0,0,ft,ot),K=new de(0,0,ft,ot),Pt=!1,pt=new $s,Ft=new Xu,Gt=!1,oe=!1,re=new we,Ye=new G,Ue=new de,Nn={background:null,fog:null,environment:null,overrideMaterial:null,isScene:!0},xn=!1;function Un(){return Z===null?rt:1}let O=i;function Fn(E,F){return n.getContext(E,F)}let ye,xe,mt,Ae,Lt,Bt,R,w,H,ut,nt,_t,St,Q,tt,xt,N,et,j,vt,dt,yt,Dt;try{let E={alpha:!0,depth:r,stencil:s,antialias:a,premultipliedAlpha:c,preserveDrawingBuffer:l,powerPreference:u,failIfMajorPerformanceCaveat:h};if("setAttribute"in n&&n.setAttribute("data-engine",`three.js r${"187"}`),n.addEventListener("webglcontextlost",Nt,!1),n.addEventListener("webglcontextrestored",qt,!1),n.addEventListener("webglcontextcreationerror",Tt,!1),O===null){let F="webgl2";if(O=Fn(F,E),O===null)throw Fn(F)?new Error("THREE.WebGLRenderer: Error creating WebGL context with your selected attributes."):new Error("THREE.WebGLRenderer: Error creating WebGL context.")}Zt()}catch(E){throw n.removeEventListener("webglcontextlost",Nt,!1),n.removeEventListener("webglcontextrestored",qt,!1),n.removeEventListener("webglcontextcreationerror",Tt,!1),kt("WebGLRenderer: "+E.message),E}function Zt(){ye=new CP(O),ye.init(),dt=new uL(O,ye),xe=new _P(O,ye,t,dt),mt=new cL(O,ye),xe.reversedDepthBuffer&&f&&mt.buffers.depth.setReversed(!0),B=O.createFramebuffer(),I=O.createFramebuffer(),L=O.createFramebuffer(),Ae=new IP(O),Lt=new qI,Bt=new lL(O,ye,mt,Lt,xe,dt,Ae),R=new AP(C),w=new D3(O),yt=new mP(O,w),H=new RP(O,w,Ae,yt),ut=new DP(O,H,w,yt,Ae),et=new LP(O,xe,Bt),tt=new yP(Lt),nt=new YI(C,R,ye,xe,yt,tt),_t=new pL(C,Lt),St=new JI,Q=new nL(ye),N=new pP(C,R,mt,ut,p,c),xt=new aL(C,ut,xe),Dt=new mL(O,Ae,xe,mt),j=new gP(O,ye,Ae),vt=new PP(O,ye,Ae),Ae.programs=nt.programs,C.capabilities=xe,C.extensions=ye,C.properties=Lt,C.renderLists=St,C.shadowMap=xt,C.state=mt,C.info=Ae}_!==ii&&(P=new UP(_,n.width,n.height,a,r,s));let ht=new Cm(C,O);this.xr=ht,this.getContext=function(){return O},this.getContextAttributes=function(){return O.getContextAttributes()},this.forceContextLoss=function(){let E=ye.get("WEBGL_lose_context");E&&E.loseContext()},this.forceContextRestore=function(){let E=ye.get("WEBGL_lose_context");E&&E.restoreContext()},this.getPixelRatio=function(){return rt},this.setPixelRatio=function(E){E!==void 0&&(rt=E,this.setSize(ft,ot,!1))},this.getSize=function(E){return E.set(ft,ot)},this.setSize=function(E,F,q=!0){if(ht.isPresenting){Ut("WebGLRenderer: Can't change size while VR device is presenting.");return}ft=E,ot=F,n.width=Math.floor(E*rt),n.height=Math.floor(F*rt),q===!0&&(n.style.width=E+"px",n.style.height=F+"px"),P!==null&&P.setSize(n.width,n.height),this.setViewport(0,0,E,F)},this.getDrawingBufferSize=function(E){return E.set(ft*rt,ot*rt).floor()},this.setDrawingBufferSize=function(E,F,q){ft=E,ot=F,rt=q,n.width=Math.floor(E*q),n.height=Math.floor(F*q),this.setViewport(0,0,E,F)},this.setEffects=function(E){if(_===ii){kt("WebGLRenderer: setEffects() requires outputBufferType set to HalfFloatType or FloatType.");return}if(E){for(let F=0;F<E.length;F++)if(E[F].isOutputPass===!0){Ut("WebGLRenderer: OutputPass is not needed in setEffects(). Tone mapping and color space conversion are applied automatically.");break}}P.setEffects(E||[])},this.getCurrentViewport=function(E){return E.copy(Y)},this.getViewport=function(E){return E.copy(lt)},this.setViewport=function(E,F,q,W){E.isVector4?lt.set(E.x,E.y,E.z,E.w):lt.set(E,F,q,W),mt.viewport(Y.copy(lt).multiplyScalar(Un()).round())},this.getScissor=function(E){return E.copy(K)},this.setScissor=function(E,F,q,W){E.isVector4?K.set(E.x,E.y,E.z,E.w):K.set(E,F,q,W),mt.scissor(st.copy(K).multiplyScalar(Un()).round())},this.getScissorTest=function(){return Pt},this.setScissorTest=function(E){mt.setScissorTest(Pt=E)},this.setOpaqueSort=function(E){J=E},this.setTransparentSort=function(E){gt=E},this.getClearColor=function(E){return E.copy(N.getClearColor())},this.setClearColor=function(){N.setClearColor(...arguments)},this.getClearAlpha=function(){return N.getClearAlpha()},this.setClearAlpha=function(){N.setClearAlpha(...arguments)},this.clear=function(E=!0,F=!0,q=!0){let W=0;if(E){let $=!1;if(Z!==null){let Mt=Z.texture.format;$=m.has(Mt)}if($){let Mt=Z.texture.type,At=g.has(Mt),bt=N.getClearColor(),Et=N.getClearAlpha(),It=bt.r,Vt=bt.g,te=bt.b;At?(x[0]=It,x[1]=Vt,x[2]=te,x[3]=Et,O.clearBufferuiv(O.COLOR,0,x)):(M[0]=It,M[1]=Vt,M[2]=te,M[3]=Et,O.clearBufferiv(O.COLOR,0,M))}else W|=O.COLOR_BUFFER_BIT}F&&(W|=O.DEPTH_BUFFER_BIT,this.state.buffers.depth.setMask(!0)),q&&(W|=O.STENCIL_BUFFER_BIT,this.state.buffers.stencil.setMask(4294967295)),W!==0&&O.clear(W)},this.clearColor=function(){this.clear(!0,!1,!1)},this.clearDepth=function(){this.clear(!1,!0,!1)},this.clearStencil=function(){this.clear(!1,!1,!0)},this.setNodesHandler=function(E){E.setRenderer(this),D=E},this.dispose=function(){n.removeEventListener("webglcontextlost",Nt,!1),n.removeEventListener("webglcontextrestored",qt,!1),n.removeEventListener("webglcontextcreationerror",Tt,!1),N.dispose(),St.dispose(),Q.dispose(),Bt.dispose(),Lt.dispose(),R.dispose(),ut.dispose(),H.dispose(),yt.dispose(),Dt.dispose(),nt.dispose(),ht.dispose(),ht.removeEventListener("sessionstart",px),ht.removeEventListener("sessionend",mx),Fs.stop()};function Nt(E){E.preventDefault(),vc("WebGLRenderer: Context Lost."),A=!0}function qt(){vc("WebGLRenderer: Context Restored."),A=!1;let E=Ae.autoReset,F=xt.enabled,q=xt.autoUpdate,W=xt.needsUpdate,$=xt.type;Zt(),Ae.autoReset=E,xt.enabled=F,xt.autoUpdate=q,xt.needsUpdate=W,xt.type=$}function Tt(E){kt("WebGLRenderer: A WebGL context could not be created. Reason: ",E.statusMessage)}function he(E){let F=E.target;F.removeEventListener("dispose",he),qe(F)}function qe(E){jr(E),Lt.remove(E)}function jr(E){let F=Lt.get(E).programs;F!==void 0&&(F.forEach(function(q){nt.releaseProgram(q)}),E.isShaderMaterial&&nt.releaseShaderCache(E))}this.renderBufferDirect=function(E,F,q,W,$,Mt){F===null&&(F=Nn);let At=$.isMesh&&$.matrixWorld.determinantAffine()<0,bt=E2(E,F,q,W,$);mt.setMaterial(W,At);let Et=q.index,It=1;if(W.wireframe===!0){if(Et=H.getWireframeAttribute(q),Et===void 0)return;It=2}let Vt=q.drawRange,te=q.attributes.position,Ct=Vt.start*It,ee=(Vt.start+Vt.count)*It;Mt!==null&&(Ct=Math.max(Ct,Mt.start*It),ee=Math.min(ee,(Mt.start+Mt.count)*It)),Et!==null?(Ct=Math.max(Ct,0),ee=Math.min(ee,Et.count)):te!=null&&(Ct=Math.max(Ct,0),ee=Math.min(ee,te.count));let Fe=ee-Ct;if(Fe<0||Fe===1/0)return;yt.setup($,W,bt,q,Et);let ve,ge=j;if(Et!==null&&(ve=w.get(Et),ge=vt,ge.setIndex(ve)),$.isMesh)W.wireframe===!0?(mt.setLineWidth(W.wireframeLinewidth*Un()),ge.setMode(O.LINES)):ge.setMode(O.TRIANGLES);else if($.isLine){let fn=W.linewidth;fn===void 0&&(fn=1),mt.setLineWidth(fn*Un()),$.isLineSegments?ge.setMode(O.LINES):$.isLineLoop?ge.setMode(O.LINE_LOOP):ge.setMode(O.LINE_STRIP)}else $.isPoints?ge.setMode(O.POINTS):$.isSprite&&ge.setMode(O.TRIANGLES);if($.isBatchedMesh)if(ye.get("WEBGL_multi_draw"))ge.renderMultiDraw($._multiDrawStarts,$._multiDrawCounts,$._multiDrawCount);else{let fn=$._multiDrawStarts,Rt=$._multiDrawCounts,vn=$._multiDrawCount,ae=Et?w.get(Et).bytesPerElement:1,Os=Lt.get(W).currentProgram.getUniforms();for(let hn=0;hn<vn;hn++)Os.setValue(O,"_gl_DrawID",hn),ge.render(fn[hn]/ae,Rt[hn])}else if($.isInstancedMesh)ge.renderInstances(Ct,Fe,$.count);else if(q.isInstancedBufferGeometry){let fn=q._maxInstanceCount!==void 0?q._maxInstanceCount:1/0,Rt=Math.min(q.instanceCount,fn);ge.renderInstances(Ct,Fe,Rt)}else ge.render(Ct,Fe)};function dx(E,F,q,W){D!==null&&E.isNodeMaterial&&D.setObject(W,E),Gt===!0&&tt.setState(E,q,!1),E.transparent===!0&&E.side===Ki&&E.forceSinglePass===!1?(E.side=Tn,E.needsUpdate=!0,cc(E,F,W),E.side=ps,E.needsUpdate=!0,cc(E,F,W),E.side=Ki):cc(E,F,W)}this.compile=function(E,F,q=null){q===null&&(q=E),D!==null&&D.renderStart(E,F,q),b=Q.get(q),b.init(F),S.push(b),q.traverseVisible(function($){$.isLight&&$.layers.test(F.layers)&&(b.pushLight($),$.castShadow&&b.pushShadow($))}),E!==q&&E.traverseVisible(function($){$.isLight&&$.layers.test(F.layers)&&(b.pushLight($),$.castShadow&&b.pushShadow($))}),b.setupLights(),D!==null&&D.updateLights(b.state.lightsArray),oe=this.localClippingEnabled,Gt=tt.init(this.clippingPlanes,oe),Gt===!0&&tt.setGlobalState(this.clippingPlanes,F),D!==null&&xt.render(b.state.shadowsArray,q,F);let W=new Set;return E.traverse(function($){if(!($.isMesh||$.isPoints||$.isLine||$.isSprite))return;let Mt=$.material;if(Mt)if(Array.isArray(Mt))for(let At=0;At<Mt.length;At++){let bt=Mt[At];dx(bt,q,F,$),W.add(bt)}else dx(Mt,q,F,$),W.add(Mt)}),b=S.pop(),D!==null&&D.renderEnd(),W},this.compileAsync=function(E,F,q=null){let W=this.compile(E,F,q);return new Promise($=>{function Mt(){if(W.forEach(function(At){let Et=Lt.get(At).currentProgram;(Et===void 0||Et.isReady())&&W.delete(At)}),W.size===0){$(E);return}setTimeout(Mt,10)}ye.get("KHR_parallel_shader_compile")!==null?Mt():setTimeout(Mt,10)})};let ip=null;function w2(E){ip&&ip(E)}function px(){Fs.stop()}function mx(){Fs.start()}let Fs=new ib;Fs.setAnimationLoop(w2),typeof self<"u"&&Fs.setContext(self),this.setAnimationLoop=function(E){ip=E,ht.setAnimationLoop(E),E===null?Fs.stop():Fs.start()},ht.addEventListener("sessionstart",px),ht.addEventListener("sessionend",mx),this.render=function(E,F){if(F!==void 0&&F.isCamera!==!0){kt("WebGLRenderer.render: camera is not an instance of THREE.Camera.");return}if(A===!0)return;D!==null&&D.renderStart(E,F);let q=ht.enabled===!0&&ht.isPresenting===!0,W=P!==null&&(Z===null||q)&&P.begin(C,Z);if(E.matrixWorldAutoUpdate===!0&&E.updateMatrixWorld(),F.parent===null&&F.matrixWorldAutoUpdate===!0&&F.updateMatrixWorld(),ht.enabled===!0&&ht.isPresenting===!0&&(P===null||P.isCompositing()===!1)&&(ht.cameraAutoUpdate===!0&&ht.updateCamera(F),F=ht.getCamera()),E.isScene===!0&&E.onBeforeRender(C,E,F,Z),b=Q.get(E,S.length),b.init(F),b.state.textureUnits=Bt.getTextureUnits(),S.push(b),re.multiplyMatrices(F.projectionMatrix,F.matrixWorldInverse),F.isArrayCamera?Ft.setFromArrayCamera(F):pt.setFromProjectionMatrix(re,fi,F.reversedDepth),oe=this.localClippingEnabled,Gt=tt.init(this.clippingPlanes,oe),T=St.get(E,y.length),T.init(),y.push(T),this.info.render.frame++,ht.enabled===!0&&ht.isPresenting===!0){let At=C.xr.getDepthSensingMesh();At!==null&&rp(At,F,-1/0,C.sortObjects)}rp(E,F,0,C.sortObjects),T.finish(),D!==null&&D.updateLights(b.state.lightsArray),C.sortObjects===!0&&T.sort(J,gt),xn=ht.enabled===!1||ht.isPresenting===!1||ht.hasDepthSensing()===!1,xn&&N.addToRenderList(T,E),this.info.autoReset===!0&&this.info.reset(),Gt===!0&&tt.beginShadows();let $=b.state.shadowsArray;if(xt.render($,E,F),Gt===!0&&tt.endShadows(),(W&&P.hasRenderPass())===!1){let At=T.opaque,bt=T.transmissive;if(b.setupLights(),F.isArrayCamera){let Et=F.cameras;if(bt.length>0)for(let It=0,Vt=Et.length;It<Vt;It++){let te=Et[It];_x(At,bt,E,te)}xn&&N.render(E);for(let It=0,Vt=Et.length;It<Vt;It++){let te=Et[It];gx(T,E,te,te.viewport)}}else bt.length>0&&_x(At,bt,E,F),xn&&N.render(E),gx(T,E,F)}Z!==null&&z===0&&(Bt.updateMultisampleRenderTarget(Z),Bt.updateRenderTargetMipmap(Z)),W&&P.end(C),E.isScene===!0&&E.onAfterRender(C,E,F),yt.resetDefaultState(),U=-1,V=null,S.pop(),S.length>0?(b=S[S.length-1],Bt.setTextureUnits(b.state.textureUnits),Gt===!0&&tt.setGlobalState(C.clippingPlanes,b.state.camera)):b=null,y.pop(),y.length>0?T=y[y.length-1]:T=null,D!==null&&D.renderEnd()};function rp(E,F,q,W){if(E.visible===!1)return;if(E.layers.test(F.layers)){if(E.isGroup)q=E.renderOrder;else if(E.isLOD)E.autoUpdate===!0&&E.update(F);else if(E.isLight)b.pushLight(E),E.castShadow&&b.pushShadow(E);else if(E.isSprite){let At=F.isArrayCamera?Ft:pt;if(!E.frustumCulled||E.intersectsFrustum(At)){W&&Ue.setFromMatrixPosition(E.matrixWorld).applyMatrix4(re);let bt=ut.update(E),Et=E.material;Et.visible&&T.push(E,bt,Et,q,Ue.z,null,F)}}else if(E.isMesh||E.isLine||E.isPoints){let At=F.isArrayCamera?Ft:pt;if(!E.frustumCulled||E.intersectsFrustum(At)){let bt=ut.update(E),Et=E.material;if(W&&(E.boundingSphere!==void 0?(E.boundingSphere===null&&E.computeBoundingSphere(),Ue.copy(E.boundingSphere.center)):(bt.boundingSphere===null&&bt.computeBoundingSphere(),Ue.copy(bt.boundingSphere.center)),Ue.applyMatrix4(E.matrixWorld).applyMatrix4(re)),Array.isArray(Et)){let It=bt.groups;for(let Vt=0,te=It.length;Vt<te;Vt++){let Ct=It[Vt],ee=Et[Ct.materialIndex];ee&&ee.visible&&T.push(E,bt,ee,q,Ue.z,Ct,F)}}else Et.visible&&T.push(E,bt,Et,q,Ue.z,null,F)}}}let Mt=E.children;for(let At=0,bt=Mt.length;At<bt;At++)rp(Mt[At],F,q,W)}function gx(E,F,q,W){let{opaque:$,transmissive:Mt,transparent:At}=E;b.setupLightsView(q),Gt===!0&&tt.setGlobalState(C.clippingPlanes,q),W&&mt.viewport(Y.copy(W)),$.length>0&&iu($,F,q),Mt.length>0&&iu(Mt,F,q),At.length>0&&iu(At,F,q),mt.buffers.depth.setTest(!0),mt.buffers.depth.setMask(!0),mt.buffers.color.setMask(!0),mt.setPolygonOffset(!1)}function _x(E,F,q,W){if((q.isScene===!0?q.overrideMaterial:null)!==null)return;if(b.state.transmissionRenderTarget[W.id]===void 0){let Ct=ye.has("EXT_color_buffer_half_float")||ye.has("EXT_color_buffer_float");b.state.transmissionRenderTarget[W.id]=new wn(1,1,{generateMipmaps:!0,type:Ct?ki:ii,minFilter:Pr,samples:Math.max(4,xe.samples),stencilBuffer:s,resolveDepthBuffer:!1,resolveStencilBuffer:!1,storeMultisampledDepthBuffer:!1,storeMultisampledStencilBuffer:!1,colorSpace:jt.workingColorSpace})}let Mt=b.state.transmissionRenderTarget[W.id],At=W.viewport||Y;Mt.setSize(At.z*C.transmissionResolutionScale,At.w*C.transmissionResolutionScale);let bt=C.getRenderTarget(),Et=C.getActiveCubeFace(),It=C.getActiveMipmapLevel();C.setRenderTarget(Mt),C.getClearColor(X),at=C.getClearAlpha(),at<1&&C.setClearColor(16777215,.5),C.clear(),xn&&N.render(q);let Vt=C.toneMapping;C.toneMapping=ji;let te=W.viewport;if(W.viewport!==void 0&&(W.viewport=void 0),b.setupLightsView(W),Gt===!0&&tt.setGlobalState(C.clippingPlanes,W),iu(E,q,W),Bt.updateMultisampleRenderTarget(Mt),Bt.updateRenderTargetMipmap(Mt),ye.has("WEBGL_multisampled_render_to_texture")===!1){let Ct=!1;for(let ee=0,Fe=F.length;ee<Fe;ee++){let ve=F[ee],{object:ge,geometry:fn,material:Rt,group:vn}=ve;if(Rt.side===Ki&&ge.layers.test(W.layers)){let ae=Rt.side;Rt.side=Tn,Rt.needsUpdate=!0,yx(ge,q,W,fn,Rt,vn),Rt.side=ae,Rt.needsUpdate=!0,Ct=!0}}Ct===!0&&(Bt.updateMultisampleRenderTarget(Mt),Bt.updateRenderTargetMipmap(Mt))}C.setRenderTarget(bt,Et,It),C.setClearColor(X,at),te!==void 0&&(W.viewport=te),C.toneMapping=Vt}function iu(E,F,q){let W=F.isScene===!0?F.overrideMaterial:null;for(let $=0,Mt=E.length;$<Mt;$++){let At=E[$],{object:bt,geometry:Et,group:It}=At,Vt=At.material;Vt.allowOverride===!0&&W!==null&&(Vt=W),bt.layers.test(q.layers)&&yx(bt,F,q,Et,Vt,It)}}function yx(E,F,q,W,$,Mt){D!==null&&$.isNodeMaterial&&D.setObject(E,$),E.onBeforeRender(C,F,q,W,$,Mt),E.modelViewMatrix.multiplyMatrices(q.matrixWorldInverse,E.matrixWorld),E.normalMatrix.getNormalMatrix(E.modelViewMatrix),$.onBeforeRender(C,F,q,W,E,Mt),$.transparent===!0&&$.side===Ki&&$.forceSinglePass===!1?($.side=Tn,$.needsUpdate=!0,C.renderBufferDirect(q,F,W,$,E,Mt),$.side=ps,$.needsUpdate=!0,C.renderBufferDirect(q,F,W,$,E,Mt),$.side=Ki):C.renderBufferDirect(q,F,W,$,E,Mt),E.onAfterRender(C,F,q,W,$,Mt)}function xx(E){let F=0;for(let q of E)q.texture!==null&&F++;return F}function cc(E,F,q){F.isScene!==!0&&(F=Nn);let W=Lt.get(E),$=b.state.lights,Mt=b.state.shadowsArray,At=$.state.version,bt=nt.getParameters(E,$.state,Mt,F,q,b.state.lightProbeGridArray),Et=nt.getProgramCacheKey(bt),It=W.programs;W.environment=E.isMeshStandardMaterial||E.isMeshLambertMaterial||E.isMeshPhongMaterial?F.environment:null,W.fog=F.fog;let Vt=E.isMeshStandardMaterial||E.isMeshLambertMaterial&&!E.envMap||E.isMeshPhongMaterial&&!E.envMap;W.envMap=R.get(E.envMap||W.environment,Vt),W.envMapRotation=W.environment!==null&&E.envMap===null?F.environmentRotation:E.envMapRotation,It===void 0&&(E.addEventListener("dispose",he),It=new Map,W.programs=It,W.programVariants=new Map);let te=It.get(Et);if(te!==void 0){if(W.currentProgram===te&&W.lightsStateVersion===At)return bx(E,bt),te}else bt.uniforms=nt.getUniforms(E),D!==null&&E.isNodeMaterial&&D.build(E,q,bt),E.onBeforeCompile(bt,C),te=nt.acquireProgram(bt,Et),It.set(Et,te),W.uniforms=bt.uniforms;let Ct=W.uniforms;return(!E.isShaderMaterial&&!E.isRawShaderMaterial||E.clipping===!0)&&(Ct.clippingPlanes=tt.uniform),bx(E,bt),W.needsLights=C2(E),W.lightsStateVersion=At,W.needsLights&&(Ct.ambientLightColor.value=$.state.ambient,Ct.lightProbe.value=$.state.probe,Ct.sunLights.value=$.state.sun,Ct.sunLightShadows.value=$.state.sunShadow,Ct.directionalLights.value=$.state.directional,Ct.directionalLightShadows.value=$.state.directionalShadow,Ct.spotLights.value=$.state.spot,Ct.spotLightShadows.value=$.state.spotShadow,Ct.rectAreaLights.value=$.state.rectArea,Ct.ltc_1.value=$.state.rectAreaLTC1,Ct.ltc_2.value=$.state.rectAreaLTC2,Ct.pointLights.value=$.state.point,Ct.pointLightShadows.value=$.state.pointShadow,Ct.hemisphereLights.value=$.state.hemi,Ct.sunShadowMatrix.value=$.state.sunShadowMatrix,Ct.sunShadowCascade.value=$.state.sunShadowCascade,Ct.directionalShadowMatrix.value=$.state.directionalShadowMatrix,Ct.spotLightMatrix.value=$.state.spotLightMatrix,Ct.spotLightMap.value=$.state.spotLightMap,Ct.pointShadowMatrix.value=$.state.pointShadowMatrix),W.numLightProbeGrids=xx(b.state.lightProbeGridArray),W.currentProgram=te,W.uniformsList=null,te}function T2(E,F,q,W,$){let Mt=Lt.get(E),At=Mt.currentProgram.id+","+W+","+$,bt=Mt.programVariants.get(At);return bt===void 0?(bt=cc(E,F,q),Mt.programVariants.set(At,bt)):(Mt.currentProgram=bt,Mt.uniformsList=null,Mt.outputColorSpace=W,Mt.toneMapping=$),bt}function vx(E){if(E.uniformsList===null){let F=E.currentProgram.getUniforms();E.uniformsList=ua.seqWithValue(F.seq,E.uniforms)}return E.uniformsList}function bx(E,F){let q=Lt.get(E);q.outputColorSpace=F.outputColorSpace,q.batching=F.batching,q.batchingColor=F.batchingColor,q.instancing=F.instancing,q.instancingColor=F.instancingColor,q.instancingMorph=F.instancingMorph,q.skinning=F.skinning,q.morphTargets=F.morphTargets,q.morphNormals=F.morphNormals,q.morphColors=F.morphColors,q.morphTargetsCount=F.morphTargetsCount,q.numClippingPlanes=F.numClippingPlanes,q.numIntersection=F.numClipIntersection,q.vertexAlphas=F.vertexAlphas,q.vertexTangents=F.vertexTangents,q.toneMapping=F.toneMapping}function E2(E,F,q,W,$){F.isScene!==!0&&(F=Nn),Bt.resetTextureUnits();let Mt=F.fog,At=W.isMeshStandardMaterial||W.isMeshLambertMaterial||W.isMeshPhongMaterial?F.environment:null,bt=Z===null?C.outputColorSpace:Z.isXRRenderTarget===!0?Z.texture.colorSpace:jt.workingColorSpace,Et=W.isMeshStandardMaterial||W.isMeshLambertMaterial&&!W.envMap||W.isMeshPhongMaterial&&!W.envMap,It=R.get(W.envMap||At,Et),Vt=W.vertexColors===!0&&!!q.attributes.color&&q.attributes.color.itemSize===4,te=!!q.attributes.tangent&&(!!W.normalMap||W.anisotropy>0),Ct=!!q.morphAttributes.position,ee=!!q.morphAttributes.normal,Fe=!!q.morphAttributes.color,ve=ji;W.toneMapped&&(Z===null||Z.isXRRenderTarget===!0)&&(ve=C.toneMapping);let ge=q.morphAttributes.position||q.morphAttributes.normal||q.morphAttributes.color,fn=ge!==void 0?ge.length:0,Rt=Lt.get(W),vn=b.state.lights;if(Gt===!0&&(oe===!0||E!==V)){let Ee=E===V&&W.id===U;tt.setState(W,E,Ee)}let ae=!1,Os=!1;W.version===Rt.__version?Rt.needsLights&&Rt.lightsStateVersion!==vn.state.version||$.isBatchedMesh&&Rt.batching===!1||!$.isBatchedMesh&&Rt.batching===!0||$.isBatchedMesh&&Rt.batchingColor===!0&&$._colorsTexture===null||$.isBatchedMesh&&Rt.batchingColor===!1&&$._colorsTexture!==null||$.isInstancedMesh&&Rt.instancing===!1||!$.isInstancedMesh&&Rt.instancing===!0||$.isSkinnedMesh&&Rt.skinning===!1||!$.isSkinnedMesh&&Rt.skinning===!0||$.isInstancedMesh&&Rt.instancingColor===!0&&$.instanceColor===null||$.isInstancedMesh&&Rt.instancingColor===!1&&$.instanceColor!==null||$.isInstancedMesh&&Rt.instancingMorph===!0&&$.morphTexture===null||$.isInstancedMesh&&Rt.instancingMorph===!1&&$.morphTexture!==null||Rt.envMap!==It||W.fog===!0&&Rt.fog!==Mt||Rt.numClippingPlanes!==void 0&&(Rt.numClippingPlanes!==tt.numPlanes||Rt.numIntersection!==tt.numIntersection)||Rt.vertexAlphas!==Vt||Rt.vertexTangents!==te||Rt.morphTargets!==Ct||Rt.morphNormals!==ee||Rt.morphColors!==Fe||Rt.morphTargetsCount!==fn||Rt.numLightProbeGrids!==xx(b.state.lightProbeGridArray)?ae=!0:(Rt.outputColorSpace!==bt||Rt.toneMapping!==ve)&&(Os=!0):(ae=!0,Rt.__version=W.version);let hn=Rt.currentProgram;(ae===!0||Os===!0)&&(hn=Os===!0?T2(W,F,$,bt,ve):cc(W,F,$),D&&W.isNodeMaterial&&D.onUpdateProgram(W,hn,Rt));let ru=!1,Qr=!1,Bs=!1,ie=hn.getUniforms(),sn=Rt.uniforms;if(mt.useProgram(hn.program)&&(ru=!0,Qr=!0,Bs=!0),W.id!==U&&(U=W.id,Qr=!0),ru||V!==E){mt.buffers.depth.getReversed()&&E.reversedDepth!==!0&&(E._reversedDepth=!0,E.updateProjectionMatrix()),ie.setValue(O,"projectionMatrix",E.projectionMatrix),ie.setValue(O,"viewMatrix",E.matrixWorldInverse);let Ze=ie.map.cameraPosition;Ze!==void 0&&Ze.setValue(O,Ye.setFromMatrixPosition(E.matrixWorld)),xe.logarithmicDepthBuffer&&ie.setValue(O,"logDepthBufFC",2/(Math.log(E.far+1)/Math.LN2)),(W.isMeshPhongMaterial||W.isMeshToonMaterial||W.isMeshLambertMaterial||W.isMeshBasicMaterial||W.isMeshStandardMaterial||W.isShaderMaterial)&&ie.setValue(O,"isOrthographic",E.isOrthographicCamera===!0),V!==E&&(V=E,Qr=!0,Bs=!0)}if(Rt.needsLights&&(vn.state.sunShadowMap.length>0&&ie.setValue(O,"sunShadowMap",vn.state.sunShadowMap,Bt),vn.state.directionalShadowMap.length>0&&ie.setValue(O,"directionalShadowMap",vn.state.directionalShadowMap,Bt),vn.state.spotShadowMap.length>0&&ie.setValue(O,"spotShadowMap",vn.state.spotShadowMap,Bt),vn.state.pointShadowMap.length>0&&ie.setValue(O,"pointShadowMap",vn.state.pointShadowMap,Bt)),$.isSkinnedMesh){ie.setOptional(O,$,"bindMatrix"),ie.setOptional(O,$,"bindMatrixInverse");let Ee=$.skeleton;Ee&&(Ee.boneTexture===null&&Ee.computeBoneTexture(),ie.setValue(O,"boneTexture",Ee.boneTexture,Bt))}$.isBatchedMesh&&(ie.setOptional(O,$,"batchingTexture"),ie.setValue(O,"batchingTexture",$._matricesTexture,Bt),ie.setOptional(O,$,"batchingIdTexture"),ie.setValue(O,"batchingIdTexture",$._indirectTexture,Bt),ie.setOptional(O,$,"batchingColorTexture"),$._colorsTexture!==null&&ie.setValue(O,"batchingColorTexture",$._colorsTexture,Bt));let Ri=q.morphAttributes;if((Ri.position!==void 0||Ri.normal!==void 0||Ri.color!==void 0)&&et.update($,q,hn),(Qr||Rt.receiveShadow!==$.receiveShadow)&&(Rt.receiveShadow=$.receiveShadow,ie.setValue(O,"receiveShadow",$.receiveShadow)),(W.isMeshStandardMaterial||W.isMeshLambertMaterial||W.isMeshPhongMaterial)&&W.envMap===null&&F.environment!==null&&(sn.envMapIntensity.value=F.environmentIntensity),sn.dfgLUT!==void 0&&(sn.dfgLUT.value=_L()),Qr){if(ie.setValue(O,"toneMappingExposure",C.toneMappingExposure),Rt.needsLights&&A2(sn,Bs),Mt&&W.fog===!0&&_t.refreshFogUniforms(sn,Mt),_t.refreshMaterialUniforms(sn,W,rt,ot,b.state.transmissionRenderTarget[E.id]),Rt.needsLights&&Rt.numLightProbeGrids>0){let Ee=v,Ze=0;for(let Sr of b.state.lightProbeGridArray)Sr.texture!==null&&(Ee.textures[Ze]=Sr.texture,Ee.min[Ze]=Sr.boundingBox.min,Ee.max[Ze]=Sr.boundingBox.max,Ee.resolution[Ze]=Sr.resolution,Ze++);for(let Sr in Ee)Ee[Sr].length=Ze;sn.probesSH.value=Ee.textures,sn.probesMin.value=Ee.min,sn.probesMax.value=Ee.max,sn.probesResolution.value=Ee.resolution}ua.upload(O,vx(Rt),sn,Bt)}if(W.isShaderMaterial&&W.uniformsNeedUpdate===!0&&(ua.upload(O,vx(Rt),sn,Bt),W.uniformsNeedUpdate=!1),W.isSpriteMaterial&&ie.setValue(O,"center",$.center),ie.setValue(O,"modelViewMatrix",$.modelViewMatrix),ie.setValue(O,"normalMatrix",$.normalMatrix),ie.setValue(O,"modelMatrix",$.matrixWorld),W.uniformsGroups!==void 0){let Ee=W.uniformsGroups;for(let Ze=0,Sr=Ee.length;Ze<Sr;Ze++){let Mx=Ee[Ze];Dt.update(Mx,hn),Dt.bind(Mx,hn)}}return hn}function A2(E,F){E.ambientLightColor.needsUpdate=F,E.lightProbe.needsUpdate=F,E.sunLights.needsUpdate=F,E.sunLightShadows.needsUpdate=F,E.directionalLights.needsUpdate=F,E.directionalLightShadows.needsUpdate=F,E.pointLights.needsUpdate=F,E.pointLightShadows.needsUpdate=F,E.spotLights.needsUpdate=F,E.spotLightShadows.needsUpdate=F,E.rectAreaLights.needsUpdate=F,E.hemisphereLights.needsUpdate=F}function C2(E){return E.isMeshLambertMaterial||E.isMeshToonMaterial||E.isMeshPhongMaterial||E.isMeshStandardMaterial||E.isShadowMaterial||E.isShaderMaterial&&E.lights===!0}this.getActiveCubeFace=function(){return k},this.getActiveMipmapLevel=function(){return z},this.getRenderTarget=function(){return Z},this.setRenderTargetTextures=function(E,F,q){let W=Lt.get(E);W.__autoAllocateDepthBuffer=E.resolveDepthBuffer===!1,W.__autoAllocateDepthBuffer===!1&&(W.__useRenderToTexture=!1),Lt.get(E.texture).__webglTexture=F,Lt.get(E.depthTexture).__webglTexture=W.__autoAllocateDepthBuffer?void 0:q,W.__hasExternalTextures=!0},this.setRenderTargetFramebuffer=function(E,F){let q=Lt.get(E);q.__webglFramebuffer=F,q.__useDefaultFramebuffer=F===void 0},this.setRenderTarget=function(E,F=0,q=0){Z=E,k=F,z=q;let W=null,$=!1,Mt=!1;if(E){let bt=Lt.get(E);if(bt.__useDefaultFramebuffer!==void 0){mt.bindFramebuffer(O.FRAMEBUFFER,bt.__webglFramebuffer),Y.copy(E.viewport),st.copy(E.scissor),ct=E.scissorTest,mt.viewport(Y),mt.scissor(st),mt.setScissorTest(ct),U=-1;return}else if(bt.__webglFramebuffer===void 0)Bt.setupRenderTarget(E);else if(bt.__hasExternalTextures)Bt.rebindTextures(E,Lt.get(E.texture).__webglTexture,Lt.get(E.depthTexture).__webglTexture);else if(E.depthBuffer){let Vt=E.depthTexture;if(bt.__boundDepthTexture!==Vt){if(Vt!==null&&Lt.has(Vt)&&(E.width!==Vt.image.width||E.height!==Vt.image.height))throw new Error("THREE.WebGLRenderer: Attached DepthTexture is initialized to the incorrect size.");Bt.setupDepthRenderbuffer(E)}}let Et=E.texture;(Et.isData3DTexture||Et.isDataArrayTexture||Et.isCompressedArrayTexture)&&(Mt=!0);let It=Lt.get(E).__webglFramebuffer;E.isWebGLCubeRenderTarget?(Array.isArray(It[F])?W=It[F][q]:W=It[F],$=!0):E.samples>0&&Bt.useMultisampledRTT(E)===!1?W=Lt.get(E).__webglMultisampledFramebuffer:Array.isArray(It)?W=It[q]:W=It,Y.copy(E.viewport),st.copy(E.scissor),ct=E.scissorTest}else Y.copy(lt).multiplyScalar(rt).floor(),st.copy(K).multiplyScalar(rt).floor(),ct=Pt;if(q!==0&&(W=B),mt.bindFramebuffer(O.FRAMEBUFFER,W)&&mt.drawBuffers(E,W),mt.viewport(Y),mt.scissor(st),mt.setScissorTest(ct),$){let bt=Lt.get(E.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_CUBE_MAP_POSITIVE_X+F,bt.__webglTexture,q)}else if(Mt){let bt=F;for(let Et=0;Et<E.textures.length;Et++){let It=Lt.get(E.textures[Et]);O.framebufferTextureLayer(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0+Et,It.__webglTexture,q,bt)}}else if(E!==null&&q!==0){let bt=Lt.get(E.texture);O.framebufferTexture2D(O.FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,bt.__webglTexture,q)}U=-1};function Sx(E){let F=Lt.get(E);return(F.__readFormat!==E.format||F.__readType!==E.type)&&(F.__readFormat=E.format,F.__readType=E.type,F.__formatReadable=xe.textureFormatReadable(E.format),F.__typeReadable=xe.textureTypeReadable(E.type)),F}this.readRenderTargetPixels=function(E,F,q,W,$,Mt,At,bt=0){if(!(E&&E.isWebGLRenderTarget)){kt("WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");return}let Et=Lt.get(E).__webglFramebuffer;if(E.isWebGLCubeRenderTarget&&At!==void 0&&(Et=Et[At],Array.isArray(Et)&&(Et=Et[0])),Et){mt.bindFramebuffer(O.FRAMEBUFFER,Et);try{let It=E.textures[bt],Vt=It.format,te=It.type;E.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+bt);let Ct=Sx(It);if(Ct.__formatReadable===!1){kt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in RGBA or implementation defined format.");return}if(Ct.__typeReadable===!1){kt("WebGLRenderer.readRenderTargetPixels: renderTarget is not in UnsignedByteType or implementation defined type.");return}F>=0&&F<=E.width-W&&q>=0&&q<=E.height-$&&O.readPixels(F,q,W,$,dt.convert(Vt),dt.convert(te),Mt)}finally{let It=Z!==null?Lt.get(Z).__webglFramebuffer:null;mt.bindFramebuffer(O.FRAMEBUFFER,It)}}},this.readRenderTargetPixelsAsync=async function(E,F,q,W,$,Mt,At,bt=0){if(!(E&&E.isWebGLRenderTarget))throw new Error("THREE.WebGLRenderer.readRenderTargetPixels: renderTarget is not THREE.WebGLRenderTarget.");let Et=Lt.get(E).__webglFramebuffer;if(E.isWebGLCubeRenderTarget&&At!==void 0&&(Et=Et[At],Array.isArray(Et)&&(Et=Et[0])),Et)if(F>=0&&F<=E.width-W&&q>=0&&q<=E.height-$){mt.bindFramebuffer(O.FRAMEBUFFER,Et);let It=E.textures[bt],Vt=It.format,te=It.type;E.textures.length>1&&O.readBuffer(O.COLOR_ATTACHMENT0+bt);let Ct=Sx(It);if(Ct.__formatReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in RGBA or implementation defined format.");if(Ct.__typeReadable===!1)throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: renderTarget is not in UnsignedByteType or implementation defined type.");let ee=O.createBuffer();O.bindBuffer(O.PIXEL_PACK_BUFFER,ee),O.bufferData(O.PIXEL_PACK_BUFFER,Mt.byteLength,O.STREAM_READ),O.readPixels(F,q,W,$,dt.convert(Vt),dt.convert(te),0),O.bindBuffer(O.PIXEL_PACK_BUFFER,null);let Fe=Z!==null?Lt.get(Z).__webglFramebuffer:null;mt.bindFramebuffer(O.FRAMEBUFFER,Fe);let ve=O.fenceSync(O.SYNC_GPU_COMMANDS_COMPLETE,0);return O.flush(),await Iv(O,ve,4),O.bindBuffer(O.PIXEL_PACK_BUFFER,ee),O.getBufferSubData(O.PIXEL_PACK_BUFFER,0,Mt),O.bindBuffer(O.PIXEL_PACK_BUFFER,null),O.deleteBuffer(ee),O.deleteSync(ve),Mt}else throw new Error("THREE.WebGLRenderer.readRenderTargetPixelsAsync: requested read bounds are out of range.")},this.copyFramebufferToTexture=function(E,F=null,q=0){let W=Math.pow(2,-q),$=Math.floor(E.image.width*W),Mt=Math.floor(E.image.height*W),At=F!==null?F.x:0,bt=F!==null?F.y:0;Bt.setTexture2D(E,0),O.copyTexSubImage2D(O.TEXTURE_2D,q,0,0,At,bt,$,Mt),mt.unbindTexture()},this.copyTextureToTexture=function(E,F,q=null,W=null,$=0,Mt=0){let At,bt,Et,It,Vt,te,Ct,ee,Fe,ve=E.isCompressedTexture?E.mipmaps[Mt]:E.image;if(q!==null)At=q.max.x-q.min.x,bt=q.max.y-q.min.y,Et=q.isBox3?q.max.z-q.min.z:1,It=q.min.x,Vt=q.min.y,te=q.isBox3?q.min.z:0;else{let ie=Math.pow(2,-$);At=Math.floor(ve.width*ie),bt=Math.floor(ve.height*ie),E.isDataArrayTexture?Et=ve.depth:E.isData3DTexture?Et=Math.floor(ve.depth*ie):Et=1,It=0,Vt=0,te=0}W!==null?(Ct=W.x,ee=W.y,Fe=W.z):(Ct=0,ee=0,Fe=0);let ge=dt.convert(F.format),fn=dt.convert(F.type),Rt;F.isData3DTexture?(Bt.setTexture3D(F,0),Rt=O.TEXTURE_3D):F.isDataArrayTexture||F.isCompressedArrayTexture?(Bt.setTexture2DArray(F,0),Rt=O.TEXTURE_2D_ARRAY):(Bt.setTexture2D(F,0),Rt=O.TEXTURE_2D),mt.activeTexture(O.TEXTURE0),mt.pixelStorei(O.UNPACK_FLIP_Y_WEBGL,F.flipY),mt.pixelStorei(O.UNPACK_PREMULTIPLY_ALPHA_WEBGL,F.premultiplyAlpha),mt.pixelStorei(O.UNPACK_ALIGNMENT,F.unpackAlignment);let vn=mt.getParameter(O.UNPACK_ROW_LENGTH),ae=mt.getParameter(O.UNPACK_IMAGE_HEIGHT),Os=mt.getParameter(O.UNPACK_SKIP_PIXELS),hn=mt.getParameter(O.UNPACK_SKIP_ROWS),ru=mt.getParameter(O.UNPACK_SKIP_IMAGES);mt.pixelStorei(O.UNPACK_ROW_LENGTH,ve.width),mt.pixelStorei(O.UNPACK_IMAGE_HEIGHT,ve.height),mt.pixelStorei(O.UNPACK_SKIP_PIXELS,It),mt.pixelStorei(O.UNPACK_SKIP_ROWS,Vt),mt.pixelStorei(O.UNPACK_SKIP_IMAGES,te);let Qr=E.isDataArrayTexture||E.isData3DTexture,Bs=F.isDataArrayTexture||F.isData3DTexture;if(E.isDepthTexture){let ie=Lt.get(E),sn=Lt.get(F),Ri=Lt.get(ie.__renderTarget),Ee=Lt.get(sn.__renderTarget);mt.bindFramebuffer(O.READ_FRAMEBUFFER,Ri.__webglFramebuffer),mt.bindFramebuffer(O.DRAW_FRAMEBUFFER,Ee.__webglFramebuffer);for(let Ze=0;Ze<Et;Ze++)Qr&&(O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Lt.get(E).__webglTexture,$,te+Ze),O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,Lt.get(F).__webglTexture,Mt,Fe+Ze)),O.blitFramebuffer(It,Vt,It+At,Vt+bt,Ct,ee,Ct+At,ee+bt,O.DEPTH_BUFFER_BIT,O.NEAREST);mt.bindFramebuffer(O.READ_FRAMEBUFFER,null),mt.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else if($!==0||E.isRenderTargetTexture||Lt.has(E)){let ie=Lt.get(E),sn=Lt.get(F);mt.bindFramebuffer(O.READ_FRAMEBUFFER,I),mt.bindFramebuffer(O.DRAW_FRAMEBUFFER,L);for(let Ri=0;Ri<Et;Ri++)Qr?O.framebufferTextureLayer(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,ie.__webglTexture,$,te+Ri):O.framebufferTexture2D(O.READ_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,ie.__webglTexture,$),Bs?O.framebufferTextureLayer(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,sn.__webglTexture,Mt,Fe+Ri):O.framebufferTexture2D(O.DRAW_FRAMEBUFFER,O.COLOR_ATTACHMENT0,O.TEXTURE_2D,sn.__webglTexture,Mt),$!==0?O.blitFramebuffer(It,Vt,It+At,Vt+bt,Ct,ee,Ct+At,ee+bt,O.COLOR_BUFFER_BIT,O.NEAREST):Bs?O.copyTexSubImage3D(Rt,Mt,Ct,ee,Fe+Ri,It,Vt,At,bt):O.copyTexSubImage2D(Rt,Mt,Ct,ee,It,Vt,At,bt);mt.bindFramebuffer(O.READ_FRAMEBUFFER,null),mt.bindFramebuffer(O.DRAW_FRAMEBUFFER,null)}else Bs?E.isDataTexture||E.isData3DTexture?O.texSubImage3D(Rt,Mt,Ct,ee,Fe,At,bt,Et,ge,fn,ve.data):F.isCompressedArrayTexture?O.compressedTexSubImage3D(Rt,Mt,Ct,ee,Fe,At,bt,Et,ge,ve.data):O.texSubImage3D(Rt,Mt,Ct,ee,Fe,At,bt,Et,ge,fn,ve):E.isDataTexture?O.texSubImage2D(O.TEXTURE_2D,Mt,Ct,ee,At,bt,ge,fn,ve.data):E.isCompressedTexture?O.compressedTexSubImage2D(O.TEXTURE_2D,Mt,Ct,ee,ve.width,ve.height,ge,ve.data):O.texSubImage2D(O.TEXTURE_2D,Mt,Ct,ee,At,bt,ge,fn,ve);mt.pixelStorei(O.UNPACK_ROW_LENGTH,vn),mt.pixelStorei(O.UNPACK_IMAGE_HEIGHT,ae),mt.pixelStorei(O.UNPACK_SKIP_PIXELS,Os),mt.pixelStorei(O.UNPACK_SKIP_ROWS,hn),mt.pixelStorei(O.UNPACK_SKIP_IMAGES,ru),Mt===0&&F.generateMipmaps===!0&&F.mipmapsAutoUpdate===!0&&O.generateMipmap(Rt),mt.unbindTexture()},this.initRenderTarget=function(E){Lt.get(E).__webglFramebuffer===void 0&&Bt.setupRenderTarget(E)},this.initTexture=function(E){E.isCubeTexture?Bt.setTextureCube(E,0):E.isData3DTexture?Bt.setTexture3D(E,0):E.isDataArrayTexture||E.isCompressedArrayTexture?Bt.setTexture2DArray(E,0):Bt.setTexture2D(E,0),mt.unbindTexture()},this.resetState=function(){k=0,z=0,Z=null,mt.reset(),yt.reset()},typeof __THREE_DEVTOOLS__<"u"&&__THREE_DEVTOOLS__.dispatchEvent(new CustomEvent("observe",{detail:this}))}get coordinateSystem(){return fi}get outputColorSpace(){return this._outputColorSpace}set outputColorSpace(t){this._outputColorSpace=t;let n=this.getContext();n.drawingBufferColorSpace=jt._getDrawingBufferColorSpace(t),n.unpackColorSpace=jt._getUnpackColorSpace()}};var pb={type:"change"},Pm={type:"start"},gb={type:"end"},eh=new Xs,mb=new Jn,yL=Math.cos(70*Xc.DEG2RAD),ze=new G,zn=2*Math.PI,ce={NONE:-1,ROTATE:0,DOLLY:1,PAN:2,TOUCH_ROTATE:3,TOUCH_PAN:4,TOUCH_DOLLY_PAN:5,TOUCH_DOLLY_ROTATE:6},Rm=1e-6,nh=class extends Uc{constructor(t,n=null){super(t,n),this.state=ce.NONE,this.target=new G,this.cursor=new G,this.minDistance=0,this.maxDistance=1/0,this.minZoom=0,this.maxZoom=1/0,this.minTargetRadius=0,this.maxTargetRadius=1/0,this.minPolarAngle=0,this.maxPolarAngle=Math.PI,this.minAzimuthAngle=-1/0,this.maxAzimuthAngle=1/0,this.enableDamping=!1,this.dampingFactor=.05,this.enableZoom=!0,this.zoomSpeed=1,this.enableRotate=!0,this.rotateSpeed=1,this.keyRotateSpeed=1,this.enablePan=!0,this.panSpeed=1,this.screenSpacePanning=!0,this.keyPanSpeed=7,this.zoomToCursor=!1,this.autoRotate=!1,this.autoRotateSpeed=2,this.keys={LEFT:"ArrowLeft",UP:"ArrowUp",RIGHT:"ArrowRight",BOTTOM:"ArrowDown"},this.mouseButtons={LEFT:hs.ROTATE,MIDDLE:hs.DOLLY,RIGHT:hs.PAN},this.touches={ONE:ds.ROTATE,TWO:ds.DOLLY_PAN},this.target0=this.target.clone(),this.position0=this.object.position.clone(),this.zoom0=this.object.zoom,this._cursorStyle="auto",this._domElementKeyEvents=null,this._lastPosition=new G,this._lastQuaternion=new jn,this._lastTargetPosition=new G,this._quat=new jn().setFromUnitVectors(t.up,new G(0,1,0)),this._quatInverse=this._quat.clone().invert(),this._spherical=new sa,this._sphericalDelta=new sa,this._scale=1,this._panOffset=new G,this._rotateStart=new Ot,this._rotateEnd=new Ot,this._rotateDelta=new Ot,this._panStart=new Ot,this._panEnd=new Ot,this._panDelta=new Ot,this._dollyStart=new Ot,this._dollyEnd=new Ot,this._dollyDelta=new Ot,this._dollyDirection=new G,this._mouse=new Ot,this._performCursorZoom=!1,this._pointers=[],this._pointerPositions={},this._controlActive=!1,this._onPointerMove=vL.bind(this),this._onPointerDown=xL.bind(this),this._onPointerUp=bL.bind(this),this._onContextMenu=CL.bind(this),this._onMouseWheel=wL.bind(this),this._onKeyDown=TL.bind(this),this._onTouchStart=EL.bind(this),this._onTouchMove=AL.bind(this),this._onMouseDown=SL.bind(this),this._onMouseMove=ML.bind(this),this._interceptControlDown=RL.bind(this),this._interceptControlUp=PL.bind(this),this.domElement!==null&&this.connect(this.domElement),this.update()}set cursorStyle(t){this._cursorStyle=t,t==="grab"?this.domElement.style.cursor="grab":this.domElement.style.cursor="auto"}get cursorStyle(){return this._cursorStyle}connect(t){super.connect(t),this.domElement.addEventListener("pointerdown",this._onPointerDown),this.domElement.addEventListener("pointercancel",this._onPointerUp),this.domElement.addEventListener("contextmenu",this._onContextMenu),this.domElement.addEventListener("wheel",this._onMouseWheel,{passive:!1}),this.domElement.ownerDocument.addEventListener("keydown",this._interceptControlDown,{passive:!0,capture:!0}),this.domElement.style.touchAction="none"}disconnect(){this.state=ce.NONE,this.domElement.removeEventListener("pointerdown",this._onPointerDown),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.domElement.removeEventListener("pointercancel",this._onPointerUp),this.domElement.removeEventListener("wheel",this._onMouseWheel),this.domElement.removeEventListener("contextmenu",this._onContextMenu),this.stopListenToKeyEvents(),this.domElement.ownerDocument.removeEventListener("keydown",this._interceptControlDown,{capture:!0}),this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{capture:!0}),this._controlActive=!1,this._pointers.length=0,this._pointerPositions={},this.domElement.style.touchAction="",this.domElement.style.cursor="auto"}dispose(){this.disconnect()}getPolarAngle(){return this._spherical.phi}getAzimuthalAngle(){return this._spherical.theta}getDistance(){return this.object.position.distanceTo(this.target)}listenToKeyEvents(t){t.addEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=t}stopListenToKeyEvents(){this._domElementKeyEvents!==null&&(this._domElementKeyEvents.removeEventListener("keydown",this._onKeyDown),this._domElementKeyEvents=null)}saveState(){this.target0.copy(this.target),this.position0.copy(this.object.position),this.zoom0=this.object.zoom}reset(){this.target.copy(this.target0),this.object.position.copy(this.position0),this.object.zoom=this.zoom0,this.object.updateProjectionMatrix(),this.dispatchEvent(pb),this.update(),this.state=ce.NONE}pan(t,n){this._pan(t,n),this.update()}dollyIn(t){this._dollyIn(t),this.update()}dollyOut(t){this._dollyOut(t),this.update()}rotateLeft(t){this._rotateLeft(t),this.update()}rotateUp(t){this._rotateUp(t),this.update()}update(t=null){let n=this.object.position;ze.copy(n).sub(this.target),ze.applyQuaternion(this._quat),this._spherical.setFromVector3(ze),this.autoRotate&&this.state===ce.NONE&&this._rotateLeft(this._getAutoRotationAngle(t)),this.enableDamping?(this._spherical.theta+=this._sphericalDelta.theta*this.dampingFactor,this._spherical.phi+=this._sphericalDelta.phi*this.dampingFactor):(this._spherical.theta+=this._sphericalDelta.theta,this._spherical.phi+=this._sphericalDelta.phi);let i=this.minAzimuthAngle,r=this.maxAzimuthAngle;isFinite(i)&&isFinite(r)&&(i<-Math.PI?i+=zn:i>Math.PI&&(i-=zn),r<-Math.PI?r+=zn:r>Math.PI&&(r-=zn),i<=r?this._spherical.theta=Math.max(i,Math.min(r,this._spherical.theta)):this._spherical.theta=this._spherical.theta>(i+r)/2?Math.max(i,this._spherical.theta):Math.min(r,this._spherical.theta)),this._spherical.phi=Math.max(this.minPolarAngle,Math.min(this.maxPolarAngle,this._spherical.phi)),this._spherical.makeSafe(),this.enableDamping===!0?this.target.addScaledVector(this._panOffset,this.dampingFactor):this.target.add(this._panOffset),this.target.sub(this.cursor),this.target.clampLength(this.minTargetRadius,this.maxTargetRadius),this.target.add(this.cursor);let s=!1;if(this.zoomToCursor&&this._performCursorZoom||this.object.isOrthographicCamera)this._spherical.radius=this._clampDistance(this._spherical.radius);else{let o=this._spherical.radius;this._spherical.radius=this._clampDistance(this._spherical.radius*this._scale),s=o!=this._spherical.radius}if(ze.setFromSpherical(this._spherical),ze.applyQuaternion(this._quatInverse),n.copy(this.target).add(ze),this.object.lookAt(this.target),this.enableDamping===!0?(this._sphericalDelta.theta*=1-this.dampingFactor,this._sphericalDelta.phi*=1-this.dampingFactor,this._panOffset.multiplyScalar(1-this.dampingFactor)):(this._sphericalDelta.set(0,0,0),this._panOffset.set(0,0,0)),this.zoomToCursor&&this._performCursorZoom){let o=null;if(this.object.isPerspectiveCamera){let a=ze.length();o=this._clampDistance(a*this._scale);let c=a-o;this.object.position.addScaledVector(this._dollyDirection,c),this.object.updateMatrixWorld(),s=!!c}else if(this.object.isOrthographicCamera){let a=new G(this._mouse.x,this._mouse.y,0);a.unproject(this.object);let c=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),this.object.updateProjectionMatrix(),s=c!==this.object.zoom;let l=new G(this._mouse.x,this._mouse.y,0);l.unproject(this.object),this.object.position.sub(l).add(a),this.object.updateMatrixWorld(),o=ze.length()}else console.warn("WARNING: OrbitControls.js encountered an unknown camera type - zoom to cursor disabled."),this.zoomToCursor=!1;o!==null&&(this.screenSpacePanning?this.target.set(0,0,-1).transformDirection(this.object.matrix).multiplyScalar(o).add(this.object.position):(eh.origin.copy(this.object.position),eh.direction.set(0,0,-1).transformDirection(this.object.matrix),Math.abs(this.object.up.dot(eh.direction))<yL?this.object.lookAt(this.target):(mb.setFromNormalAndCoplanarPoint(this.object.up,this.target),eh.intersectPlane(mb,this.target))))}else if(this.object.isOrthographicCamera){let o=this.object.zoom;this.object.zoom=Math.max(this.minZoom,Math.min(this.maxZoom,this.object.zoom/this._scale)),o!==this.object.zoom&&(this.object.updateProjectionMatrix(),s=!0)}return this._scale=1,this._performCursorZoom=!1,s||this._lastPosition.distanceToSquared(this.object.position)>Rm||8*(1-this._lastQuaternion.dot(this.object.quaternion))>Rm||this._lastTargetPosition.distanceToSquared(this.target)>Rm?(this.dispatchEvent(pb),this._lastPosition.copy(this.object.position),this._lastQuaternion.copy(this.object.quaternion),this._lastTargetPosition.copy(this.target),!0):!1}_getAutoRotationAngle(t){return t!==null?zn/60*this.autoRotateSpeed*t:zn/60/60*this.autoRotateSpeed}_getZoomScale(t){let n=Math.abs(t*.01);return Math.pow(.95,this.zoomSpeed*n)}_rotateLeft(t){this._sphericalDelta.theta-=t}_rotateUp(t){this._sphericalDelta.phi-=t}_panLeft(t,n){ze.setFromMatrixColumn(n,0),ze.multiplyScalar(-t),this._panOffset.add(ze)}_panUp(t,n){this.screenSpacePanning===!0?ze.setFromMatrixColumn(n,1):(ze.setFromMatrixColumn(n,0),ze.crossVectors(this.object.up,ze)),ze.multiplyScalar(t),this._panOffset.add(ze)}_pan(t,n){let i=this.domElement;if(this.object.isPerspectiveCamera){let r=this.object.position;ze.copy(r).sub(this.target);let s=ze.length();s*=Math.tan(this.object.fov/2*Math.PI/180),this._panLeft(2*t*s/i.clientHeight,this.object.matrix),this._panUp(2*n*s/i.clientHeight,this.object.matrix)}else this.object.isOrthographicCamera?(this._panLeft(t*(this.object.right-this.object.left)/this.object.zoom/i.clientWidth,this.object.matrix),this._panUp(n*(this.object.top-this.object.bottom)/this.object.zoom/i.clientHeight,this.object.matrix)):(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - pan disabled."),this.enablePan=!1)}_dollyOut(t){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale/=t:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_dollyIn(t){this.object.isPerspectiveCamera||this.object.isOrthographicCamera?this._scale*=t:(console.warn("WARNING: OrbitControls.js encountered an unknown camera type - dolly/zoom disabled."),this.enableZoom=!1)}_updateZoomParameters(t,n){if(!this.zoomToCursor)return;this._performCursorZoom=!0;let i=this.domElement.getBoundingClientRect(),r=t-i.left,s=n-i.top,o=i.width,a=i.height;this._mouse.x=r/o*2-1,this._mouse.y=-(s/a)*2+1,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()}_clampDistance(t){return Math.max(this.minDistance,Math.min(this.maxDistance,t))}_handleMouseDownRotate(t){this._rotateStart.set(t.clientX,t.clientY)}_handleMouseDownDolly(t){this._updateZoomParameters(t.clientX,t.clientY),this._dollyStart.set(t.clientX,t.clientY)}_handleMouseDownPan(t){this._panStart.set(t.clientX,t.clientY)}_handleMouseMoveRotate(t){this._rotateEnd.set(t.clientX,t.clientY),this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let n=this.domElement;this._rotateLeft(zn*this._rotateDelta.x/n.clientHeight),this._rotateUp(zn*this._rotateDelta.y/n.clientHeight),this._rotateStart.copy(this._rotateEnd),this.update()}_handleMouseMoveDolly(t){this._dollyEnd.set(t.clientX,t.clientY),this._dollyDelta.subVectors(this._dollyEnd,this._dollyStart),this._dollyDelta.y>0?this._dollyOut(this._getZoomScale(this._dollyDelta.y)):this._dollyDelta.y<0&&this._dollyIn(this._getZoomScale(this._dollyDelta.y)),this._dollyStart.copy(this._dollyEnd),this.zoomToCursor&&(this._performCursorZoom=!0,this._dollyDirection.set(this._mouse.x,this._mouse.y,1).unproject(this.object).sub(this.object.position).normalize()),this.update()}_handleMouseMovePan(t){this._panEnd.set(t.clientX,t.clientY),this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd),this.update()}_handleMouseWheel(t){this._updateZoomParameters(t.clientX,t.clientY),t.deltaY<0?this._dollyIn(this._getZoomScale(t.deltaY)):t.deltaY>0&&this._dollyOut(this._getZoomScale(t.deltaY)),this.update()}_handleKeyDown(t){let n=!1;switch(t.code){case this.keys.UP:t.ctrlKey||t.metaKey||t.shiftKey?this.enableRotate&&this._rotateUp(zn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,this.keyPanSpeed),n=!0;break;case this.keys.BOTTOM:t.ctrlKey||t.metaKey||t.shiftKey?this.enableRotate&&this._rotateUp(-zn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(0,-this.keyPanSpeed),n=!0;break;case this.keys.LEFT:t.ctrlKey||t.metaKey||t.shiftKey?this.enableRotate&&this._rotateLeft(zn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(this.keyPanSpeed,0),n=!0;break;case this.keys.RIGHT:t.ctrlKey||t.metaKey||t.shiftKey?this.enableRotate&&this._rotateLeft(-zn*this.keyRotateSpeed/this.domElement.clientHeight):this.enablePan&&this._pan(-this.keyPanSpeed,0),n=!0;break}n&&(t.preventDefault(),this.update())}_handleTouchStartRotate(t){if(this._pointers.length===1)this._rotateStart.set(t.pageX,t.pageY);else{let n=this._getSecondPointerPosition(t),i=.5*(t.pageX+n.x),r=.5*(t.pageY+n.y);this._rotateStart.set(i,r)}}_handleTouchStartPan(t){if(this._pointers.length===1)this._panStart.set(t.pageX,t.pageY);else{let n=this._getSecondPointerPosition(t),i=.5*(t.pageX+n.x),r=.5*(t.pageY+n.y);this._panStart.set(i,r)}}_handleTouchStartDolly(t){let n=this._getSecondPointerPosition(t),i=t.pageX-n.x,r=t.pageY-n.y,s=Math.sqrt(i*i+r*r);this._dollyStart.set(0,s)}_handleTouchStartDollyPan(t){this.enableZoom&&this._handleTouchStartDolly(t),this.enablePan&&this._handleTouchStartPan(t)}_handleTouchStartDollyRotate(t){this.enableZoom&&this._handleTouchStartDolly(t),this.enableRotate&&this._handleTouchStartRotate(t)}_handleTouchMoveRotate(t){if(this._pointers.length==1)this._rotateEnd.set(t.pageX,t.pageY);else{let i=this._getSecondPointerPosition(t),r=.5*(t.pageX+i.x),s=.5*(t.pageY+i.y);this._rotateEnd.set(r,s)}this._rotateDelta.subVectors(this._rotateEnd,this._rotateStart).multiplyScalar(this.rotateSpeed);let n=this.domElement;this._rotateLeft(zn*this._rotateDelta.x/n.clientHeight),this._rotateUp(zn*this._rotateDelta.y/n.clientHeight),this._rotateStart.copy(this._rotateEnd)}_handleTouchMovePan(t){if(this._pointers.length===1)this._panEnd.set(t.pageX,t.pageY);else{let n=this._getSecondPointerPosition(t),i=.5*(t.pageX+n.x),r=.5*(t.pageY+n.y);this._panEnd.set(i,r)}this._panDelta.subVectors(this._panEnd,this._panStart).multiplyScalar(this.panSpeed),this._pan(this._panDelta.x,this._panDelta.y),this._panStart.copy(this._panEnd)}_handleTouchMoveDolly(t){let n=this._getSecondPointerPosition(t),i=t.pageX-n.x,r=t.pageY-n.y,s=Math.sqrt(i*i+r*r);this._dollyEnd.set(0,s),this._dollyDelta.set(0,Math.pow(this._dollyEnd.y/this._dollyStart.y,this.zoomSpeed)),this._dollyOut(this._dollyDelta.y),this._dollyStart.copy(this._dollyEnd);let o=(t.pageX+n.x)*.5,a=(t.pageY+n.y)*.5;this._updateZoomParameters(o,a)}_handleTouchMoveDollyPan(t){this.enableZoom&&this._handleTouchMoveDolly(t),this.enablePan&&this._handleTouchMovePan(t)}_handleTouchMoveDollyRotate(t){this.enableZoom&&this._handleTouchMoveDolly(t),this.enableRotate&&this._handleTouchMoveRotate(t)}_addPointer(t){this._pointers.push(t.pointerId)}_removePointer(t){delete this._pointerPositions[t.pointerId];for(let n=0;n<this._pointers.length;n++)if(this._pointers[n]==t.pointerId){this._pointers.splice(n,1);return}}_isTrackingPointer(t){for(let n=0;n<this._pointers.length;n++)if(this._pointers[n]==t.pointerId)return!0;return!1}_trackPointer(t){let n=this._pointerPositions[t.pointerId];n===void 0&&(n=new Ot,this._pointerPositions[t.pointerId]=n),n.set(t.pageX,t.pageY)}_getSecondPointerPosition(t){let n=t.pointerId===this._pointers[0]?this._pointers[1]:this._pointers[0];return this._pointerPositions[n]}_customWheelEvent(t){let n=t.deltaMode,i={clientX:t.clientX,clientY:t.clientY,deltaY:t.deltaY};switch(n){case 1:i.deltaY*=16;break;case 2:i.deltaY*=100;break}return t.ctrlKey&&!this._controlActive&&(i.deltaY*=10),i}};function xL(e){this.enabled!==!1&&(this._pointers.length===0&&(this.domElement.setPointerCapture(e.pointerId),this.domElement.ownerDocument.addEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.addEventListener("pointerup",this._onPointerUp)),!this._isTrackingPointer(e)&&(this._addPointer(e),e.pointerType==="touch"?this._onTouchStart(e):this._onMouseDown(e),this._cursorStyle==="grab"&&(this.domElement.style.cursor="grabbing")))}function vL(e){this.enabled!==!1&&(e.pointerType==="touch"?this._onTouchMove(e):this._onMouseMove(e))}function bL(e){switch(this._removePointer(e),this._pointers.length){case 0:this.domElement.releasePointerCapture(e.pointerId),this.domElement.ownerDocument.removeEventListener("pointermove",this._onPointerMove),this.domElement.ownerDocument.removeEventListener("pointerup",this._onPointerUp),this.dispatchEvent(gb),this.state=ce.NONE,this._cursorStyle==="grab"&&(this.domElement.style.cursor="grab");break;case 1:let t=this._pointers[0],n=this._pointerPositions[t];this._onTouchStart({pointerId:t,pageX:n.x,pageY:n.y});break}}function SL(e){let t;switch(e.button){case 0:t=this.mouseButtons.LEFT;break;case 1:t=this.mouseButtons.MIDDLE;break;case 2:t=this.mouseButtons.RIGHT;break;default:t=-1}switch(t){case hs.DOLLY:if(this.enableZoom===!1)return;this._handleMouseDownDolly(e),this.state=ce.DOLLY;break;case hs.ROTATE:if(e.ctrlKey||e.metaKey||e.shiftKey){if(this.enablePan===!1)return;this._handleMouseDownPan(e),this.state=ce.PAN}else{if(this.enableRotate===!1)return;this._handleMouseDownRotate(e),this.state=ce.ROTATE}break;case hs.PAN:if(e.ctrlKey||e.metaKey||e.shiftKey){if(this.enableRotate===!1)return;this._handleMouseDownRotate(e),this.state=ce.ROTATE}else{if(this.enablePan===!1)return;this._handleMouseDownPan(e),this.state=ce.PAN}break;default:this.state=ce.NONE}this.state!==ce.NONE&&this.dispatchEvent(Pm)}function ML(e){switch(this.state){case ce.ROTATE:if(this.enableRotate===!1)return;this._handleMouseMoveRotate(e);break;case ce.DOLLY:if(this.enableZoom===!1)return;this._handleMouseMoveDolly(e);break;case ce.PAN:if(this.enablePan===!1)return;this._handleMouseMovePan(e);break}}function wL(e){this.enabled===!1||this.enableZoom===!1||this.state!==ce.NONE||(e.preventDefault(),this.dispatchEvent(Pm),this._handleMouseWheel(this._customWheelEvent(e)),this.dispatchEvent(gb))}function TL(e){this.enabled!==!1&&this._handleKeyDown(e)}function EL(e){switch(this._trackPointer(e),this._pointers.length){case 1:switch(this.touches.ONE){case ds.ROTATE:if(this.enableRotate===!1){this.state=ce.NONE;break}this._handleTouchStartRotate(e),this.state=ce.TOUCH_ROTATE;break;case ds.PAN:if(this.enablePan===!1){this.state=ce.NONE;break}this._handleTouchStartPan(e),this.state=ce.TOUCH_PAN;break;default:this.state=ce.NONE}break;case 2:switch(this.touches.TWO){case ds.DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchStartDollyPan(e),this.state=ce.TOUCH_DOLLY_PAN;break;case ds.DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchStartDollyRotate(e),this.state=ce.TOUCH_DOLLY_ROTATE;break;default:this.state=ce.NONE}break;default:this.state=ce.NONE}this.state!==ce.NONE&&this.dispatchEvent(Pm)}function AL(e){switch(this._trackPointer(e),this.state){case ce.TOUCH_ROTATE:if(this.enableRotate===!1)return;this._handleTouchMoveRotate(e),this.update();break;case ce.TOUCH_PAN:if(this.enablePan===!1)return;this._handleTouchMovePan(e),this.update();break;case ce.TOUCH_DOLLY_PAN:if(this.enableZoom===!1&&this.enablePan===!1)return;this._handleTouchMoveDollyPan(e),this.update();break;case ce.TOUCH_DOLLY_ROTATE:if(this.enableZoom===!1&&this.enableRotate===!1)return;this._handleTouchMoveDollyRotate(e),this.update();break;default:this.state=ce.NONE}}function CL(e){this.enabled!==!1&&e.preventDefault()}function RL(e){e.key==="Control"&&(this._controlActive=!0,this.domElement.ownerDocument.addEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}function PL(e){e.key==="Control"&&(this._controlActive=!1,this.domElement.ownerDocument.removeEventListener("keyup",this._interceptControlUp,{passive:!0,capture:!0}))}wt.line={worldUnits:{value:1},linewidth:{value:1},resolution:{value:new Ot},dashOffset:{value:0},dashScale:{value:1},dashSize:{value:1},gapSize:{value:1}};En.line={uniforms:$c.merge([wt.common,wt.fog,wt.line]),vertexShader:`
		#include <common>
		#include <color_pars_vertex>
		#include <fog_pars_vertex>
		#include <logdepthbuf_pars_vertex>
		#include <clipping_planes_pars_vertex>

		uniform float linewidth;
		uniform vec2 resolution;

		attribute vec3 instanceStart;
		attribute vec3 instanceEnd;

		attribute vec3 instanceColorStart;
		attribute vec3 instanceColorEnd;

		#ifdef WORLD_UNITS

			varying vec4 worldPos;
			varying vec3 worldStart;
			varying vec3 worldEnd;

			#ifdef USE_DASH

				varying vec2 vUv;

			#endif

		#else

			varying vec2 vUv;

		#endif

		#ifdef USE_DASH

			uniform float dashScale;
			attribute float instanceDistanceStart;
			attribute float instanceDistanceEnd;
			varying float vLineDistance;

		#endif

		float trimSegmentAlpha( const in vec4 start, const in vec4 end ) {

			// compute the interpolation factor needed to trim the segment so it terminates
			// between the camera plane and the near plane

			// conservative estimate of the near plane
			float a = projectionMatrix[ 2 ][ 2 ]; // 3nd entry in 3th column
			float b = projectionMatrix[ 3 ][ 2 ]; // 3nd entry in 4th column

			// we need different nearEstimate formula for reversed and default depth buffer
			// a is positive with a reversed depth buffer so it can be used for controlling the code flow
			float nearEstimate = ( a > 0.0 ) ? ( - b / ( a + 1.0 ) ) : ( - 0.5 * b / a );

			return ( nearEstimate - start.z ) / ( end.z - start.z );

		}

		void main() {

			#ifdef USE_COLOR

				vColor.xyz = ( position.y < 0.5 ) ? instanceColorStart : instanceColorEnd;

			#endif

			float aspect = resolution.x / resolution.y;

			// camera space
			vec4 start = modelViewMatrix * vec4( instanceStart, 1.0 );
			vec4 end = modelViewMatrix * vec4( instanceEnd, 1.0 );

			#ifdef USE_DASH

				float lineDistanceStart = dashScale * instanceDistanceStart;
				float lineDistanceEnd = dashScale * instanceDistanceEnd;

			#endif

			#ifdef WORLD_UNITS

				worldStart = start.xyz;
				worldEnd = end.xyz;

			#else

				vUv = uv;

			#endif

			// special case for perspective projection, and segments that terminate either in, or behind, the camera plane
			// clearly the gpu firmware has a way of addressing this issue when projecting into ndc space
			// but we need to perform ndc-space calculations in the shader, so we must address this issue directly
			// perhaps there is a more elegant solution -- WestLangley

			bool perspective = ( projectionMatrix[ 2 ][ 3 ] == - 1.0 ); // 4th entry in the 3rd column

			if ( perspective ) {

				if ( start.z < 0.0 && end.z >= 0.0 ) {

					float alpha = trimSegmentAlpha( start, end );
					end.xyz = mix( start.xyz, end.xyz, alpha );

					#ifdef USE_DASH

						lineDistanceEnd = mix( lineDistanceStart, lineDistanceEnd, alpha );

					#endif

				} else if ( end.z < 0.0 && start.z >= 0.0 ) {

					float alpha = trimSegmentAlpha( end, start );
					start.xyz = mix( end.xyz, start.xyz, alpha );

					#ifdef USE_DASH

						lineDistanceStart = mix( lineDistanceEnd, lineDistanceStart, alpha );

					#endif

				}

			}

			#ifdef USE_DASH

				vLineDistance = ( position.y < 0.5 ) ? lineDistanceStart : lineDistanceEnd;
				vUv = uv;

			#endif

			// clip space
			vec4 clipStart = projectionMatrix * start;
			vec4 clipEnd = projectionMatrix * end;

			// ndc space
			vec3 ndcStart = clipStart.xyz / clipStart.w;
			vec3 ndcEnd = clipEnd.xyz / clipEnd.w;

			// direction
			vec2 dir = ndcEnd.xy - ndcStart.xy;

			// account for clip-space aspect ratio
			dir.x *= aspect;
			dir = normalize( dir );

			#ifdef WORLD_UNITS

				vec3 worldDir = normalize( end.xyz - start.xyz );
				vec3 tmpFwd = perspective ? normalize( mix( start.xyz, end.xyz, 0.5 ) ) : vec3( 0.0, 0.0, - 1.0 );
				vec3 worldUp = normalize( cross( worldDir, tmpFwd ) );
				vec3 worldFwd = cross( worldDir, worldUp );
				worldPos = position.y < 0.5 ? start: end;

				// height offset
				float hw = linewidth * 0.5;
				worldPos.xyz += position.x < 0.0 ? hw * worldUp : - hw * worldUp;

				// don't extend the line if we're rendering dashes because we
				// won't be rendering the endcaps
				#ifndef USE_DASH

					// cap extension
					worldPos.xyz += position.y < 0.5 ? - hw * worldDir : hw * worldDir;

					// add width to the box
					worldPos.xyz += worldFwd * hw;

					// endcaps
					if ( position.y > 1.0 || position.y < 0.0 ) {

						worldPos.xyz -= worldFwd * 2.0 * hw;

					}

				#endif

				// project the worldpos
				vec4 clip = projectionMatrix * worldPos;

				// shift the depth of the projected points so the line
				// segments overlap neatly
				vec3 clipPose = ( position.y < 0.5 ) ? ndcStart : ndcEnd;

				// only shift the depth of vertices in front of the camera (#35137)
				if ( clip.w > 0.0 ) clip.z = clipPose.z * clip.w;

			#else

				vec2 offset = vec2( dir.y, - dir.x );
				// undo aspect ratio adjustment
				dir.x /= aspect;
				offset.x /= aspect;

				// sign flip
				if ( position.x < 0.0 ) offset *= - 1.0;

				// endcaps
				if ( position.y < 0.0 ) {

					offset += - dir;

				} else if ( position.y > 1.0 ) {

					offset += dir;

				}

				// adjust for linewidth
				offset *= linewidth;

				// adjust for clip-space to screen-space conversion // maybe resolution should be based on viewport ...
				offset /= resolution.y;

				// select end
				vec4 clip = ( position.y < 0.5 ) ? clipStart : clipEnd;

				// back to clip space
				offset *= clip.w;

				clip.xy += offset;

			#endif

			gl_Position = clip;

			vec4 mvPosition = ( position.y < 0.5 ) ? start : end; // this is an approximation

			#include <logdepthbuf_vertex>
			#include <clipping_planes_vertex>
			#include <fog_vertex>

		}
		`,fragmentShader:`
		uniform vec3 diffuse;
		uniform float opacity;
		uniform float linewidth;

		#ifdef USE_DASH

			uniform float dashOffset;
			uniform float dashSize;
			uniform float gapSize;

		#endif

		varying float vLineDistance;

		#ifdef WORLD_UNITS

			varying vec4 worldPos;
			varying vec3 worldStart;
			varying vec3 worldEnd;

			#ifdef USE_DASH

				varying vec2 vUv;

			#endif

		#else

			varying vec2 vUv;

		#endif

		#include <common>
		#include <color_pars_fragment>
		#include <fog_pars_fragment>
		#include <logdepthbuf_pars_fragment>
		#include <clipping_planes_pars_fragment>

		vec2 closestLineToLine(vec3 p1, vec3 p2, vec3 p3, vec3 p4) {

			float mua;
			float mub;

			vec3 p13 = p1 - p3;
			vec3 p43 = p4 - p3;

			vec3 p21 = p2 - p1;

			float d1343 = dot( p13, p43 );
			float d4321 = dot( p43, p21 );
			float d1321 = dot( p13, p21 );
			float d4343 = dot( p43, p43 );
			float d2121 = dot( p21, p21 );

			float denom = d2121 * d4343 - d4321 * d4321;

			float numer = d1343 * d4321 - d1321 * d4343;

			mua = numer / denom;
			mua = clamp( mua, 0.0, 1.0 );
			mub = ( d1343 + d4321 * ( mua ) ) / d4343;
			mub = clamp( mub, 0.0, 1.0 );

			return vec2( mua, mub );

		}

		void main() {

			float alpha = opacity;
			vec4 diffuseColor = vec4( diffuse, alpha );

			#include <clipping_planes_fragment>

			#ifdef USE_DASH

				if ( vUv.y < - 1.0 || vUv.y > 1.0 ) discard; // discard endcaps

				if ( mod( vLineDistance + dashOffset, dashSize + gapSize ) > dashSize ) discard; // todo - FIX

			#endif

			#ifdef WORLD_UNITS

				float len;

				if ( isOrthographic ) {

					// View rays are parallel to the z axis so the distance reduces to camera-space XY
					vec2 lineDir = worldEnd.xy - worldStart.xy;
					float t = clamp( dot( worldPos.xy - worldStart.xy, lineDir ) / dot( lineDir, lineDir ), 0.0, 1.0 );
					len = length( worldStart.xy + lineDir * t - worldPos.xy );

				} else {

					// Find the closest points on the view ray and the line segment
					vec3 rayEnd = normalize( worldPos.xyz ) * 1e5;
					vec3 lineDir = worldEnd - worldStart;
					vec2 params = closestLineToLine( worldStart, worldEnd, vec3( 0.0, 0.0, 0.0 ), rayEnd );

					vec3 p1 = worldStart + lineDir * params.x;
					vec3 p2 = rayEnd * params.y;
					vec3 delta = p1 - p2;
					len = length( delta );

				}

				float norm = len / linewidth;

				#ifndef USE_DASH

					#ifdef USE_ALPHA_TO_COVERAGE

						float dnorm = fwidth( norm );
						alpha = 1.0 - smoothstep( 0.5 - dnorm, 0.5 + dnorm, norm );

					#else

						if ( norm > 0.5 ) {

							discard;

						}

					#endif

				#endif

			#else

				#ifdef USE_ALPHA_TO_COVERAGE

					// artifacts appear on some hardware if a derivative is taken within a conditional
					float a = vUv.x;
					float b = ( vUv.y > 0.0 ) ? vUv.y - 1.0 : vUv.y + 1.0;
					float len2 = a * a + b * b;
					float dlen = fwidth( len2 );

					if ( abs( vUv.y ) > 1.0 ) {

						alpha = 1.0 - smoothstep( 1.0 - dlen, 1.0 + dlen, len2 );

					}

				#else

					if ( abs( vUv.y ) > 1.0 ) {

						float a = vUv.x;
						float b = ( vUv.y > 0.0 ) ? vUv.y - 1.0 : vUv.y + 1.0;
						float len2 = a * a + b * b;

						if ( len2 > 1.0 ) discard;

					}

				#endif

			#endif

			#include <logdepthbuf_fragment>
			#include <color_fragment>

			gl_FragColor = vec4( diffuseColor.rgb, alpha );

			#include <tonemapping_fragment>
			#include <colorspace_fragment>
			#include <fog_fragment>
			#include <premultiplied_alpha_fragment>

		}
		`};var ha=class extends kn{constructor(t){super({type:"LineMaterial",uniforms:$c.clone(En.line.uniforms),vertexShader:En.line.vertexShader,fragmentShader:En.line.fragmentShader,clipping:!0}),this.isLineMaterial=!0,this.setValues(t)}get color(){return this.uniforms.diffuse.value}set color(t){this.uniforms.diffuse.value=t}get worldUnits(){return"WORLD_UNITS"in this.defines}set worldUnits(t){t===!0!==this.worldUnits&&(this.needsUpdate=!0),t===!0?this.defines.WORLD_UNITS="":delete this.defines.WORLD_UNITS}get linewidth(){return this.uniforms.linewidth.value}set linewidth(t){this.uniforms.linewidth&&(this.uniforms.linewidth.value=t)}get dashed(){return"USE_DASH"in this.defines}set dashed(t){t===!0!==this.dashed&&(this.needsUpdate=!0),t===!0?this.defines.USE_DASH="":delete this.defines.USE_DASH}get dashScale(){return this.uniforms.dashScale.value}set dashScale(t){this.uniforms.dashScale.value=t}get dashSize(){return this.uniforms.dashSize.value}set dashSize(t){this.uniforms.dashSize.value=t}get dashOffset(){return this.uniforms.dashOffset.value}set dashOffset(t){this.uniforms.dashOffset.value=t}get gapSize(){return this.uniforms.gapSize.value}set gapSize(t){this.uniforms.gapSize.value=t}get opacity(){return this.uniforms.opacity.value}set opacity(t){this.uniforms&&(this.uniforms.opacity.value=t)}get resolution(){return this.uniforms.resolution.value}set resolution(t){this.uniforms.resolution.value.copy(t)}get alphaToCoverage(){return"USE_ALPHA_TO_COVERAGE"in this.defines}set alphaToCoverage(t){this.defines&&(t===!0!==this.alphaToCoverage&&(this.needsUpdate=!0),t===!0?this.defines.USE_ALPHA_TO_COVERAGE="":delete this.defines.USE_ALPHA_TO_COVERAGE)}};var _b=new ti,ih=new G,da=class extends Dc{constructor(){super(),this.isLineSegmentsGeometry=!0,this.type="LineSegmentsGeometry";let t=[-1,2,0,1,2,0,-1,1,0,1,1,0,-1,0,0,1,0,0,-1,-1,0,1,-1,0],n=[-1,2,1,2,-1,1,1,1,-1,-1,1,-1,-1,-2,1,-2],i=[0,2,1,2,3,1,2,4,3,4,5,3,4,6,5,6,7,5];this.setIndex(i),this.setAttribute("position",new mn(t,3)),this.setAttribute("uv",new mn(n,2))}applyMatrix4(t){let n=this.attributes.instanceStart,i=this.attributes.instanceEnd;return n!==void 0&&(n.applyMatrix4(t),i.applyMatrix4(t),n.needsUpdate=!0),this.boundingBox!==null&&this.computeBoundingBox(),this.boundingSphere!==null&&this.computeBoundingSphere(),this}setPositions(t){let n;t instanceof Float32Array?n=t:Array.isArray(t)&&(n=new Float32Array(t));let i=new fs(n,6,1);return this.setAttribute("instanceStart",new Ui(i,3,0)),this.setAttribute("instanceEnd",new Ui(i,3,3)),this.instanceCount=this.attributes.instanceStart.count,this.computeBoundingBox(),this.computeBoundingSphere(),this}setColors(t){let n;t instanceof Float32Array?n=t:Array.isArray(t)&&(n=new Float32Array(t));let i=new fs(n,6,1);return this.setAttribute("instanceColorStart",new Ui(i,3,0)),this.setAttribute("instanceColorEnd",new Ui(i,3,3)),this}fromWireframeGeometry(t){return this.setPositions(t.attributes.position.array),this}fromEdgesGeometry(t){return this.setPositions(t.attributes.position.array),this}fromMesh(t){return this.fromWireframeGeometry(new Pc(t.geometry)),this}fromLineSegments(t){let n=t.geometry;return this.setPositions(n.attributes.position.array),this}computeBoundingBox(){this.boundingBox===null&&(this.boundingBox=new ti);let t=this.attributes.instanceStart,n=this.attributes.instanceEnd;t!==void 0&&n!==void 0&&(this.boundingBox.setFromBufferAttribute(t),_b.setFromBufferAttribute(n),this.boundingBox.union(_b))}computeBoundingSphere(){this.boundingSphere===null&&(this.boundingSphere=new Ni),this.boundingBox===null&&this.computeBoundingBox();let t=this.attributes.instanceStart,n=this.attributes.instanceEnd;if(t!==void 0&&n!==void 0){let i=this.boundingSphere.center;this.boundingBox.getCenter(i);let r=0;for(let s=0,o=t.count;s<o;s++)ih.fromBufferAttribute(t,s),r=Math.max(r,i.distanceToSquared(ih)),ih.fromBufferAttribute(n,s),r=Math.max(r,i.distanceToSquared(ih));this.boundingSphere.radius=Math.sqrt(r),isNaN(this.boundingSphere.radius)&&console.error("THREE.LineSegmentsGeometry.computeBoundingSphere(): Computed radius is NaN. The instanced position data is likely to have NaN values.",this)}}toJSON(){}};var Im=new de,yb=new G,xb=new G,on=new de,an=new de,tr=new de,Lm=new G,Dm=new we,cn=new Nc,vb=new G,rh=new ti,sh=new Ni,er=new de,nr,Qs;function bb(e,t,n){return er.set(0,0,-t,1).applyMatrix4(e.projectionMatrix),er.multiplyScalar(1/er.w),er.x=Qs/n.width,er.y=Qs/n.height,er.applyMatrix4(e.projectionMatrixInverse),er.multiplyScalar(1/er.w),Math.abs(Math.max(er.x,er.y))}function IL(e,t){let n=e.matrixWorld,i=e.geometry,r=i.attributes.instanceStart,s=i.attributes.instanceEnd,o=Math.min(i.instanceCount,r.count);for(let a=0,c=o;a<c;a++){cn.start.fromBufferAttribute(r,a),cn.end.fromBufferAttribute(s,a),cn.applyMatrix4(n);let l=new G,u=new G;nr.distanceSqToSegment(cn.start,cn.end,u,l),u.distanceTo(l)<Qs*.5&&t.push({point:u,pointOnLine:l,distance:nr.origin.distanceTo(u),object:e,face:null,faceIndex:a,uv:null,uv1:null})}}function LL(e,t,n){let i=t.projectionMatrix,s=e.material.resolution,o=e.matrixWorld,a=e.geometry,c=a.attributes.instanceStart,l=a.attributes.instanceEnd,u=Math.min(a.instanceCount,c.count),h=-t.near;nr.at(1,tr),tr.w=1,tr.applyMatrix4(t.matrixWorldInverse),tr.applyMatrix4(i),tr.multiplyScalar(1/tr.w),tr.x*=s.x/2,tr.y*=s.y/2,tr.z=0,Lm.copy(tr),Dm.multiplyMatrices(t.matrixWorldInverse,o);for(let f=0,d=u;f<d;f++){if(on.fromBufferAttribute(c,f),an.fromBufferAttribute(l,f),on.w=1,an.w=1,on.applyMatrix4(Dm),an.applyMatrix4(Dm),on.z>h&&an.z>h)continue;if(on.z>h){let M=on.z-an.z,v=(on.z-h)/M;on.lerp(an,v)}else if(an.z>h){let M=an.z-on.z,v=(an.z-h)/M;an.lerp(on,v)}on.applyMatrix4(i),an.applyMatrix4(i),on.multiplyScalar(1/on.w),an.multiplyScalar(1/an.w),on.x*=s.x/2,on.y*=s.y/2,an.x*=s.x/2,an.y*=s.y/2,cn.start.copy(on),cn.start.z=0,cn.end.copy(an),cn.end.z=0;let _=cn.closestPointToPointParameter(Lm,!0);cn.at(_,vb);let m=Xc.lerp(on.z,an.z,_),g=m>=-1&&m<=1,x=Lm.distanceTo(vb)<Qs*.5;if(g&&x){cn.start.fromBufferAttribute(c,f),cn.end.fromBufferAttribute(l,f),cn.start.applyMatrix4(o),cn.end.applyMatrix4(o);let M=new G,v=new G;nr.distanceSqToSegment(cn.start,cn.end,v,M),n.push({point:v,pointOnLine:M,distance:nr.origin.distanceTo(v),object:e,face:null,faceIndex:f,uv:null,uv1:null})}}}var oh=class extends Bn{constructor(t=new da,n=new ha({color:Math.random()*16777215})){super(t,n),this.isLineSegments2=!0,this.type="LineSegments2"}computeLineDistances(){let t=this.geometry,n=t.attributes.instanceStart,i=t.attributes.instanceEnd,r=new Float32Array(2*n.count);for(let o=0,a=0,c=n.count;o<c;o++,a+=2)yb.fromBufferAttribute(n,o),xb.fromBufferAttribute(i,o),r[a]=a===0?0:r[a-1],r[a+1]=r[a]+yb.distanceTo(xb);let s=new fs(r,2,1);return t.setAttribute("instanceDistanceStart",new Ui(s,1,0)),t.setAttribute("instanceDistanceEnd",new Ui(s,1,1)),this}raycast(t,n){let i=this.material.worldUnits,r=t.camera;if(r===null&&!i&&console.error('LineSegments2: "Raycaster.camera" needs to be set in order to raycast against LineSegments2 while worldUnits is set to false.'),i===!1&&(this.material.resolution.x===0||this.material.resolution.y===0))return;let s=t.params.Line2!==void 0&&t.params.Line2.threshold||0;nr=t.ray;let o=this.matrixWorld,a=this.geometry,c=this.material;Qs=c.linewidth+s,a.boundingSphere===null&&a.computeBoundingSphere(),sh.copy(a.boundingSphere).applyMatrix4(o);let l;if(i)l=Qs*.5;else{let h=Math.max(r.near,sh.distanceToPoint(nr.origin));l=bb(r,h,c.resolution)}if(sh.radius+=l,nr.intersectsSphere(sh)===!1)return;a.boundingBox===null&&a.computeBoundingBox(),rh.copy(a.boundingBox).applyMatrix4(o);let u;if(i)u=Qs*.5;else{let h=Math.max(r.near,rh.distanceToPoint(nr.origin));u=bb(r,h,c.resolution)}rh.expandByScalar(u),nr.intersectsBox(rh)!==!1&&(i?IL(this,n):LL(this,r,n))}onBeforeRender(t){let n=this.material.uniforms;n&&n.resolution&&(t.getViewport(Im),this.material.uniforms.resolution.value.set(Im.z,Im.w))}};function _n(e,t){return e==null||t==null?NaN:e<t?-1:e>t?1:e>=t?0:NaN}function Nr(e,t){return e==null||t==null?NaN:t<e?-1:t>e?1:t>=e?0:NaN}function ya(e){let t,n,i;e.length!==2?(t=_n,n=(a,c)=>_n(e(a),c),i=(a,c)=>e(a)-c):(t=e===_n||e===Nr?e:DL,n=e,i=e);function r(a,c,l=0,u=a.length){if(l<u){if(t(c,c)!==0)return u;do{let h=l+u>>>1;n(a[h],c)<0?l=h+1:u=h}while(l<u)}return l}function s(a,c,l=0,u=a.length){if(l<u){if(t(c,c)!==0)return u;do{let h=l+u>>>1;n(a[h],c)<=0?l=h+1:u=h}while(l<u)}return l}function o(a,c,l=0,u=a.length){let h=r(a,c,l,u-1);return h>l&&i(a[h-1],c)>-i(a[h],c)?h-1:h}return{left:r,center:o,right:s}}function DL(){return 0}function Sb(e){return e===null?NaN:+e}function*NL(e,t){if(t===void 0)for(let n of e)n!=null&&(n=+n)>=n&&(yield n);else{let n=-1;for(let i of e)(i=t(i,++n,e))!=null&&(i=+i)>=i&&(yield i)}}var Mb=ya(_n),xa=Mb.right,Wz=Mb.left,Xz=ya(Sb).center;var $z=wb(Tb),Yz=wb(UL);function wb(e){return function(t,n,i=n){if(!((n=+n)>=0))throw new RangeError("invalid rx");if(!((i=+i)>=0))throw new RangeError("invalid ry");let{data:r,width:s,height:o}=t;if(!((s=Math.floor(s))>=0))throw new RangeError("invalid width");if(!((o=Math.floor(o!==void 0?o:r.length/s))>=0))throw new RangeError("invalid height");if(!s||!o||!n&&!i)return t;let a=n&&e(n),c=i&&e(i),l=r.slice();return a&&c?(pa(a,l,r,s,o),pa(a,r,l,s,o),pa(a,l,r,s,o),ma(c,r,l,s,o),ma(c,l,r,s,o),ma(c,r,l,s,o)):a?(pa(a,r,l,s,o),pa(a,l,r,s,o),pa(a,r,l,s,o)):c&&(ma(c,r,l,s,o),ma(c,l,r,s,o),ma(c,r,l,s,o)),t}}function pa(e,t,n,i,r){for(let s=0,o=i*r;s<o;)e(t,n,s,s+=i,1)}function ma(e,t,n,i,r){for(let s=0,o=i*r;s<i;++s)e(t,n,s,s+o,i)}function UL(e){let t=Tb(e);return(n,i,r,s,o)=>{r<<=2,s<<=2,o<<=2,t(n,i,r+0,s+0,o),t(n,i,r+1,s+1,o),t(n,i,r+2,s+2,o),t(n,i,r+3,s+3,o)}}function Tb(e){let t=Math.floor(e);if(t===e)return FL(e);let n=e-t,i=2*e+1;return(r,s,o,a,c)=>{if(!((a-=c)>=o))return;let l=t*s[o],u=c*t,h=u+c;for(let f=o,d=o+u;f<d;f+=c)l+=s[Math.min(a,f)];for(let f=o,d=a;f<=d;f+=c)l+=s[Math.min(a,f+u)],r[f]=(l+n*(s[Math.max(o,f-h)]+s[Math.min(a,f+h)]))/i,l-=s[Math.max(o,f-u)]}}function FL(e){let t=2*e+1;return(n,i,r,s,o)=>{if(!((s-=o)>=r))return;let a=e*i[r],c=o*e;for(let l=r,u=r+c;l<u;l+=o)a+=i[Math.min(s,l)];for(let l=r,u=s;l<=u;l+=o)a+=i[Math.min(s,l+c)],n[l]=a/t,a-=i[Math.max(r,l-c)]}}function Fm(e,t){let n=0;if(t===void 0)for(let i of e)i!=null&&(i=+i)>=i&&++n;else{let i=-1;for(let r of e)(r=t(r,++i,e))!=null&&(r=+r)>=r&&++n}return n}function OL(e){return e.length|0}function BL(e){return!(e>0)}function kL(e){return typeof e!="object"||"length"in e?e:Array.from(e)}function zL(e){return t=>e(...t)}function Eb(...e){let t=typeof e[e.length-1]=="function"&&zL(e.pop());e=e.map(kL);let n=e.map(OL),i=e.length-1,r=new Array(i+1).fill(0),s=[];if(i<0||n.some(BL))return s;for(;;){s.push(r.map((a,c)=>e[c][a]));let o=i;for(;++r[o]===n[o];){if(o===0)return t?s.map(t):s;r[o--]=0}}}function Ab(e,t){var n=0,i=0;return Float64Array.from(e,t===void 0?r=>n+=+r||0:r=>n+=+t(r,i++,e)||0)}function Om(e,t){let n=0,i,r=0,s=0;if(t===void 0)for(let o of e)o!=null&&(o=+o)>=o&&(i=o-r,r+=i/++n,s+=i*(o-r));else{let o=-1;for(let a of e)(a=t(a,++o,e))!=null&&(a=+a)>=a&&(i=a-r,r+=i/++n,s+=i*(a-r))}if(n>1)return s/(n-1)}function Bm(e,t){let n=Om(e,t);return n&&Math.sqrt(n)}function ln(e,t){let n,i;if(t===void 0)for(let r of e)r!=null&&(n===void 0?r>=r&&(n=i=r):(n>r&&(n=r),i<r&&(i=r)));else{let r=-1;for(let s of e)(s=t(s,++r,e))!=null&&(n===void 0?s>=s&&(n=i=s):(n>s&&(n=s),i<s&&(i=s)))}return[n,i]}var hi=class{constructor(){this._partials=new Float64Array(32),this._n=0}add(t){let n=this._partials,i=0;for(let r=0;r<this._n&&r<32;r++){let s=n[r],o=t+s,a=Math.abs(t)<Math.abs(s)?t-(o-s):s-(o-t);a&&(n[i++]=a),t=o}return n[i]=t,this._n=i+1,this}valueOf(){let t=this._partials,n=this._n,i,r,s,o=0;if(n>0){for(o=t[--n];n>0&&(i=o,r=t[--n],o=i+r,s=r-(o-i),!s););n>0&&(s<0&&t[n-1]<0||s>0&&t[n-1]>0)&&(r=s*2,i=o+r,r==i-o&&(o=i))}return o}};var di=class extends Map{constructor(t,n=Pb){if(super(),Object.defineProperties(this,{_intern:{value:new Map},_key:{value:n}}),t!=null)for(let[i,r]of t)this.set(i,r)}get(t){return super.get(Nm(this,t))}has(t){return super.has(Nm(this,t))}set(t,n){return super.set(Cb(this,t),n)}delete(t){return super.delete(Rb(this,t))}},ir=class extends Set{constructor(t,n=Pb){if(super(),Object.defineProperties(this,{_intern:{value:new Map},_key:{value:n}}),t!=null)for(let i of t)this.add(i)}has(t){return super.has(Nm(this,t))}add(t){return super.add(Cb(this,t))}delete(t){return super.delete(Rb(this,t))}};function Nm({_intern:e,_key:t},n){let i=t(n);return e.has(i)?e.get(i):n}function Cb({_intern:e,_key:t},n){let i=t(n);return e.has(i)?e.get(i):(e.set(i,n),n)}function Rb({_intern:e,_key:t},n){let i=t(n);return e.has(i)&&(n=e.get(i),e.delete(i)),n}function Pb(e){return e!==null&&typeof e=="object"?e.valueOf():e}function Um(e){return e}function to(e,...t){return km(e,Um,Um,t)}function Ur(e,t,...n){return km(e,Um,t,n)}function Ib(e,t,...n){return km(e,Array.from,t,n)}function km(e,t,n,i){return(function r(s,o){if(o>=i.length)return n(s);let a=new di,c=i[o++],l=-1;for(let u of s){let h=c(u,++l,s),f=a.get(h);f?f.push(u):a.set(h,[u])}for(let[u,h]of a)a.set(u,r(h,o));return t(a)})(e,0)}function GL(e,t){return Array.from(t,n=>e[n])}function ga(e,...t){if(typeof e[Symbol.iterator]!="function")throw new TypeError("values is not iterable");e=Array.from(e);let[n]=t;if(n&&n.length!==2||t.length>1){let i=Uint32Array.from(e,(r,s)=>s);return t.length>1?(t=t.map(r=>e.map(r)),i.sort((r,s)=>{for(let o of t){let a=ah(o[r],o[s]);if(a)return a}})):(n=e.map(n),i.sort((r,s)=>ah(n[r],n[s]))),GL(e,i)}return e.sort(Lb(n))}function Lb(e=_n){if(e===_n)return ah;if(typeof e!="function")throw new TypeError("compare is not a function");return(t,n)=>{let i=e(t,n);return i||i===0?i:(e(n,n)===0)-(e(t,t)===0)}}function ah(e,t){return(e==null||!(e>=e))-(t==null||!(t>=t))||(e<t?-1:e>t?1:0)}function lh(e,t,n){return(t.length!==2?ga(Ur(e,t,n),(([i,r],[s,o])=>_n(r,o)||_n(i,s))):ga(to(e,n),(([i,r],[s,o])=>t(r,o)||_n(i,s)))).map(([i])=>i)}var VL=Array.prototype,qz=VL.slice;var HL=Math.sqrt(50),WL=Math.sqrt(10),XL=Math.sqrt(2);function ch(e,t,n){let i=(t-e)/Math.max(0,n),r=Math.floor(Math.log10(i)),s=i/Math.pow(10,r),o=s>=HL?10:s>=WL?5:s>=XL?2:1,a,c,l;return r<0?(l=Math.pow(10,-r)/o,a=Math.round(e*l),c=Math.round(t*l),a/l<e&&++a,c/l>t&&--c,l=-l):(l=Math.pow(10,r)*o,a=Math.round(e/l),c=Math.round(t/l),a*l<e&&++a,c*l>t&&--c),c<a&&.5<=n&&n<2?ch(e,t,n*2):[a,c,l]}function _s(e,t,n){if(t=+t,e=+e,n=+n,!(n>0))return[];if(e===t)return[e];let i=t<e,[r,s,o]=i?ch(t,e,n):ch(e,t,n);if(!(s>=r))return[];let a=s-r+1,c=new Array(a);if(i)if(o<0)for(let l=0;l<a;++l)c[l]=(s-l)/-o;else for(let l=0;l<a;++l)c[l]=(s-l)*o;else if(o<0)for(let l=0;l<a;++l)c[l]=(r+l)/-o;else for(let l=0;l<a;++l)c[l]=(r+l)*o;return c}function _a(e,t,n){return t=+t,e=+e,n=+n,ch(e,t,n)[2]}function jc(e,t,n){t=+t,e=+e,n=+n;let i=t<e,r=i?_a(t,e,n):_a(e,t,n);return(i?-1:1)*(r<0?1/-r:r)}function Db(e){return Math.max(1,Math.ceil(Math.log(Fm(e))/Math.LN2)+1)}function An(e,t){let n;if(t===void 0)for(let i of e)i!=null&&(n<i||n===void 0&&i>=i)&&(n=i);else{let i=-1;for(let r of e)(r=t(r,++i,e))!=null&&(n<r||n===void 0&&r>=r)&&(n=r)}return n}function Nb(e,t){let n,i=-1,r=-1;if(t===void 0)for(let s of e)++r,s!=null&&(n<s||n===void 0&&s>=s)&&(n=s,i=r);else for(let s of e)(s=t(s,++r,e))!=null&&(n<s||n===void 0&&s>=s)&&(n=s,i=r);return i}function pi(e,t){let n;if(t===void 0)for(let i of e)i!=null&&(n>i||n===void 0&&i>=i)&&(n=i);else{let i=-1;for(let r of e)(r=t(r,++i,e))!=null&&(n>r||n===void 0&&r>=r)&&(n=r)}return n}function Ub(e,t){let n,i=-1,r=-1;if(t===void 0)for(let s of e)++r,s!=null&&(n>s||n===void 0&&s>=s)&&(n=s,i=r);else for(let s of e)(s=t(s,++r,e))!=null&&(n>s||n===void 0&&s>=s)&&(n=s,i=r);return i}function Fb(e,t,n=0,i=1/0,r){if(t=Math.floor(t),n=Math.floor(Math.max(0,n)),i=Math.floor(Math.min(e.length-1,i)),!(n<=t&&t<=i))return e;for(r=r===void 0?ah:Lb(r);i>n;){if(i-n>600){let c=i-n+1,l=t-n+1,u=Math.log(c),h=.5*Math.exp(2*u/3),f=.5*Math.sqrt(u*h*(c-h)/c)*(l-c/2<0?-1:1),d=Math.max(n,Math.floor(t-l*h/c+f)),p=Math.min(i,Math.floor(t+(c-l)*h/c+f));Fb(e,t,d,p,r)}let s=e[t],o=n,a=i;for(Kc(e,n,t),r(e[i],s)>0&&Kc(e,n,i);o<a;){for(Kc(e,o,a),++o,--a;r(e[o],s)<0;)++o;for(;r(e[a],s)>0;)--a}r(e[n],s)===0?Kc(e,n,a):(++a,Kc(e,a,i)),a<=t&&(n=a+1),t<=a&&(i=a-1)}return e}function Kc(e,t,n){let i=e[t];e[t]=e[n],e[n]=i}function zm(e,t=_n){let n,i=!1;if(t.length===1){let r;for(let s of e){let o=t(s);(i?_n(o,r)>0:_n(o,o)===0)&&(n=s,r=o,i=!0)}}else for(let r of e)(i?t(r,n)>0:t(r,r)===0)&&(n=r,i=!0);return n}function Dr(e,t,n){if(e=Float64Array.from(NL(e,n)),!(!(i=e.length)||isNaN(t=+t))){if(t<=0||i<2)return pi(e);if(t>=1)return An(e);var i,r=(i-1)*t,s=Math.floor(r),o=An(Fb(e,s).subarray(0,s+1)),a=pi(e.subarray(s+1));return o+(a-o)*(r-s)}}function Ob(e,t,n=Sb){if(!(!(i=e.length)||isNaN(t=+t))){if(t<=0||i<2)return+n(e[0],0,e);if(t>=1)return+n(e[i-1],i-1,e);var i,r=(i-1)*t,s=Math.floor(r),o=+n(e[s],s,e),a=+n(e[s+1],s+1,e);return o+(a-o)*(r-s)}}function Bb(e,t,n){let i=Fm(e),r=Dr(e,.75)-Dr(e,.25);return i&&r?Math.ceil((n-t)/(2*r*Math.pow(i,-1/3))):1}function Gm(e,t,n){let i=Fm(e),r=Bm(e);return i&&r?Math.ceil((n-t)*Math.cbrt(i)/(3.49*r)):1}function kb(e,t){let n=0,i=0;if(t===void 0)for(let r of e)r!=null&&(r=+r)>=r&&(++n,i+=r);else{let r=-1;for(let s of e)(s=t(s,++r,e))!=null&&(s=+s)>=s&&(++n,i+=s)}if(n)return i/n}function Qc(e,t){return Dr(e,.5,t)}function*$L(e){for(let t of e)yield*t}function Vm(e){return Array.from($L(e))}function zb(e,t){let n=new di;if(t===void 0)for(let s of e)s!=null&&s>=s&&n.set(s,(n.get(s)||0)+1);else{let s=-1;for(let o of e)(o=t(o,++s,e))!=null&&o>=o&&n.set(o,(n.get(o)||0)+1)}let i,r=0;for(let[s,o]of n)o>r&&(r=o,i=s);return i}function Gb(e,t=YL){let n=[],i,r=!1;for(let s of e)r&&n.push(t(i,s)),i=s,r=!0;return n}function YL(e,t){return[e,t]}function va(e,t,n){e=+e,t=+t,n=(r=arguments.length)<2?(t=e,e=0,1):r<3?1:+n;for(var i=-1,r=Math.max(0,Math.ceil((t-e)/n))|0,s=new Array(r);++i<r;)s[i]=e+i*n;return s}var Zz=qL(Math.random);function qL(e){return function(n,i=0,r=n.length){let s=r-(i=+i);for(;s;){let o=e()*s--|0,a=n[s+i];n[s+i]=n[o+i],n[o+i]=a}return n}}function zi(e,t){let n=0;if(t===void 0)for(let i of e)(i=+i)&&(n+=i);else{let i=-1;for(let r of e)(r=+t(r,++i,e))&&(n+=r)}return n}function ba(e){if(typeof e[Symbol.iterator]!="function")throw new TypeError("values is not iterable");return Array.from(e).reverse()}function ZL(e){return e}var Hm=1,Wm=2,Xm=3,uh=4,Vb=1e-6;function JL(e){return"translate("+e+",0)"}function KL(e){return"translate(0,"+e+")"}function jL(e){return t=>+e(t)}function QL(e,t){return t=Math.max(0,e.bandwidth()-t*2)/2,e.round()&&(t=Math.round(t)),n=>+e(n)+t}function tD(){return!this.__axis}function eD(e,t){var n=[],i=null,r=null,s=6,o=6,a=3,c=typeof window<"u"&&window.devicePixelRatio>1?0:.5,l=e===Hm||e===uh?-1:1,u=e===uh||e===Wm?"x":"y",h=e===Hm||e===Xm?JL:KL;function f(d){var p=i??(t.ticks?t.ticks.apply(t,n):t.domain()),_=r??(t.tickFormat?t.tickFormat.apply(t,n):ZL),m=Math.max(s,0)+a,g=t.range(),x=+g[0]+c,M=+g[g.length-1]+c,v=(t.bandwidth?QL:jL)(t.copy(),c),T=d.selection?d.selection():d,b=T.selectAll(".domain").data([null]),y=T.selectAll(".tick").data(p,t).order(),S=y.exit(),P=y.enter().append("g").attr("class","tick"),C=y.select("line"),A=y.select("text");b=b.merge(b.enter().insert("path",".tick").attr("class","domain").attr("stroke","currentColor")),y=y.merge(P),C=C.merge(P.append("line").attr("stroke","currentColor").attr(u+"2",l*s)),A=A.merge(P.append("text").attr("fill","currentColor").attr(u,l*m).attr("dy",e===Hm?"0em":e===Xm?"0.71em":"0.32em")),d!==T&&(b=b.transition(d),y=y.transition(d),C=C.transition(d),A=A.transition(d),S=S.transition(d).attr("opacity",Vb).attr("transform",function(D){return isFinite(D=v(D))?h(D+c):this.getAttribute("transform")}),P.attr("opacity",Vb).attr("transform",function(D){var B=this.parentNode.__axis;return h((B&&isFinite(B=B(D))?B:v(D))+c)})),S.remove(),b.attr("d",e===uh||e===Wm?o?"M"+l*o+","+x+"H"+c+"V"+M+"H"+l*o:"M"+c+","+x+"V"+M:o?"M"+x+","+l*o+"V"+c+"H"+M+"V"+l*o:"M"+x+","+c+"H"+M),y.attr("opacity",1).attr("transform",function(D){return h(v(D)+c)}),C.attr(u+"2",l*s),A.attr(u,l*m).text(_),T.filter(tD).attr("fill","none").attr("font-size",10).attr("font-family","sans-serif").attr("text-anchor",e===Wm?"start":e===uh?"end":"middle"),T.each(function(){this.__axis=v})}return f.scale=function(d){return arguments.length?(t=d,f):t},f.ticks=function(){return n=Array.from(arguments),f},f.tickArguments=function(d){return arguments.length?(n=d==null?[]:Array.from(d),f):n.slice()},f.tickValues=function(d){return arguments.length?(i=d==null?null:Array.from(d),f):i&&i.slice()},f.tickFormat=function(d){return arguments.length?(r=d,f):r},f.tickSize=function(d){return arguments.length?(s=o=+d,f):s},f.tickSizeInner=function(d){return arguments.length?(s=+d,f):s},f.tickSizeOuter=function(d){return arguments.length?(o=+d,f):o},f.tickPadding=function(d){return arguments.length?(a=+d,f):a},f.offset=function(d){return arguments.length?(c=+d,f):c},f}function Hb(e){return eD(Xm,e)}var $m="http://www.w3.org/1999/xhtml",ys={svg:"http://www.w3.org/2000/svg",xhtml:$m,xlink:"http://www.w3.org/1999/xlink",xml:"http://www.w3.org/XML/1998/namespace",xmlns:"http://www.w3.org/2000/xmlns/"};function Wb(e){var t=e+="",n=t.indexOf(":");return n>=0&&(t=e.slice(0,n))!=="xmlns"&&(e=e.slice(n+1)),ys.hasOwnProperty(t)?{space:ys[t],local:e}:e}function nD(e){return function(){var t=this.ownerDocument,n=this.namespaceURI;return n===$m&&t.documentElement.namespaceURI===$m?t.createElement(e):t.createElementNS(n,e)}}function iD(e){return function(){return this.ownerDocument.createElementNS(e.space,e.local)}}function Sa(e){var t=Wb(e);return(t.local?iD:nD)(t)}function rD(){}function Xb(e){return e==null?rD:function(){return this.querySelector(e)}}function sD(e){typeof e!="function"&&(e=Xb(e));for(var t=this._groups,n=t.length,i=new Array(n),r=0;r<n;++r)for(var s=t[r],o=s.length,a=i[r]=new Array(o),c,l,u=0;u<o;++u)(c=s[u])&&(l=e.call(c,c.__data__,u,s))&&("__data__"in c&&(l.__data__=c.__data__),a[u]=l);return new si(i,this._parents)}function oD(e){return e==null?[]:Array.isArray(e)?e:Array.from(e)}function aD(){return[]}function cD(e){return e==null?aD:function(){return this.querySelectorAll(e)}}function lD(e){return function(){return oD(e.apply(this,arguments))}}function uD(e){typeof e=="function"?e=lD(e):e=cD(e);for(var t=this._groups,n=t.length,i=[],r=[],s=0;s<n;++s)for(var o=t[s],a=o.length,c,l=0;l<a;++l)(c=o[l])&&(i.push(e.call(c,c.__data__,l,o)),r.push(c));return new si(i,r)}function fD(e){return function(){return this.matches(e)}}function $b(e){return function(t){return t.matches(e)}}var hD=Array.prototype.find;function dD(e){return function(){return hD.call(this.children,e)}}function pD(){return this.firstElementChild}function mD(e){return this.select(e==null?pD:dD(typeof e=="function"?e:$b(e)))}var gD=Array.prototype.filter;function _D(){return Array.from(this.children)}function yD(e){return function(){return gD.call(this.children,e)}}function xD(e){return this.selectAll(e==null?_D:yD(typeof e=="function"?e:$b(e)))}function vD(e){typeof e!="function"&&(e=fD(e));for(var t=this._groups,n=t.length,i=new Array(n),r=0;r<n;++r)for(var s=t[r],o=s.length,a=i[r]=[],c,l=0;l<o;++l)(c=s[l])&&e.call(c,c.__data__,l,s)&&a.push(c);return new si(i,this._parents)}function Yb(e){return new Array(e.length)}function bD(){return new si(this._enter||this._groups.map(Yb),this._parents)}function fh(e,t){this.ownerDocument=e.ownerDocument,this.namespaceURI=e.namespaceURI,this._next=null,this._parent=e,this.__data__=t}fh.prototype={constructor:fh,appendChild:function(e){return this._parent.insertBefore(e,this._next)},insertBefore:function(e,t){return this._parent.insertBefore(e,t)},querySelector:function(e){return this._parent.querySelector(e)},querySelectorAll:function(e){return this._parent.querySelectorAll(e)}};function SD(e){return function(){return e}}function MD(e,t,n,i,r,s){for(var o=0,a,c=t.length,l=s.length;o<l;++o)(a=t[o])?(a.__data__=s[o],i[o]=a):n[o]=new fh(e,s[o]);for(;o<c;++o)(a=t[o])&&(r[o]=a)}function wD(e,t,n,i,r,s,o){var a,c,l=new Map,u=t.length,h=s.length,f=new Array(u),d;for(a=0;a<u;++a)(c=t[a])&&(f[a]=d=o.call(c,c.__data__,a,t)+"",l.has(d)?r[a]=c:l.set(d,c));for(a=0;a<h;++a)d=o.call(e,s[a],a,s)+"",(c=l.get(d))?(i[a]=c,c.__data__=s[a],l.delete(d)):n[a]=new fh(e,s[a]);for(a=0;a<u;++a)(c=t[a])&&l.get(f[a])===c&&(r[a]=c)}function TD(e){return e.__data__}function ED(e,t){if(!arguments.length)return Array.from(this,TD);var n=t?wD:MD,i=this._parents,r=this._groups;typeof e!="function"&&(e=SD(e));for(var s=r.length,o=new Array(s),a=new Array(s),c=new Array(s),l=0;l<s;++l){var u=i[l],h=r[l],f=h.length,d=AD(e.call(u,u&&u.__data__,l,i)),p=d.length,_=a[l]=new Array(p),m=o[l]=new Array(p),g=c[l]=new Array(f);n(u,h,_,m,g,d,t);for(var x=0,M=0,v,T;x<p;++x)if(v=_[x]){for(x>=M&&(M=x+1);!(T=m[M])&&++M<p;);v._next=T||null}}return o=new si(o,i),o._enter=a,o._exit=c,o}function AD(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function CD(){return new si(this._exit||this._groups.map(Yb),this._parents)}function RD(e,t,n){var i=this.enter(),r=this,s=this.exit();return typeof e=="function"?(i=e(i),i&&(i=i.selection())):i=i.append(e+""),t!=null&&(r=t(r),r&&(r=r.selection())),n==null?s.remove():n(s),i&&r?i.merge(r).order():r}function PD(e){for(var t=e.selection?e.selection():e,n=this._groups,i=t._groups,r=n.length,s=i.length,o=Math.min(r,s),a=new Array(r),c=0;c<o;++c)for(var l=n[c],u=i[c],h=l.length,f=a[c]=new Array(h),d,p=0;p<h;++p)(d=l[p]||u[p])&&(f[p]=d);for(;c<r;++c)a[c]=n[c];return new si(a,this._parents)}function ID(){for(var e=this._groups,t=-1,n=e.length;++t<n;)for(var i=e[t],r=i.length-1,s=i[r],o;--r>=0;)(o=i[r])&&(s&&o.compareDocumentPosition(s)^4&&s.parentNode.insertBefore(o,s),s=o);return this}function LD(e){e||(e=DD);function t(h,f){return h&&f?e(h.__data__,f.__data__):!h-!f}for(var n=this._groups,i=n.length,r=new Array(i),s=0;s<i;++s){for(var o=n[s],a=o.length,c=r[s]=new Array(a),l,u=0;u<a;++u)(l=o[u])&&(c[u]=l);c.sort(t)}return new si(r,this._parents).order()}function DD(e,t){return e<t?-1:e>t?1:e>=t?0:NaN}function ND(){var e=arguments[0];return arguments[0]=this,e.apply(null,arguments),this}function UD(){return Array.from(this)}function FD(){for(var e=this._groups,t=0,n=e.length;t<n;++t)for(var i=e[t],r=0,s=i.length;r<s;++r){var o=i[r];if(o)return o}return null}function OD(){let e=0;for(let t of this)++e;return e}function BD(){return!this.node()}function kD(e){for(var t=this._groups,n=0,i=t.length;n<i;++n)for(var r=t[n],s=0,o=r.length,a;s<o;++s)(a=r[s])&&e.call(a,a.__data__,s,r);return this}function zD(e){return function(){this.removeAttribute(e)}}function GD(e){return function(){this.removeAttributeNS(e.space,e.local)}}function VD(e,t){return function(){this.setAttribute(e,t)}}function HD(e,t){return function(){this.setAttributeNS(e.space,e.local,t)}}function WD(e,t){return function(){var n=t.apply(this,arguments);n==null?this.removeAttribute(e):this.setAttribute(e,n)}}function XD(e,t){return function(){var n=t.apply(this,arguments);n==null?this.removeAttributeNS(e.space,e.local):this.setAttributeNS(e.space,e.local,n)}}function $D(e,t){var n=Wb(e);if(arguments.length<2){var i=this.node();return n.local?i.getAttributeNS(n.space,n.local):i.getAttribute(n)}return this.each((t==null?n.local?GD:zD:typeof t=="function"?n.local?XD:WD:n.local?HD:VD)(n,t))}function qb(e){return e.ownerDocument&&e.ownerDocument.defaultView||e.document&&e||e.defaultView}function YD(e){return function(){this.style.removeProperty(e)}}function qD(e,t,n){return function(){this.style.setProperty(e,t,n)}}function ZD(e,t,n){return function(){var i=t.apply(this,arguments);i==null?this.style.removeProperty(e):this.style.setProperty(e,i,n)}}function JD(e,t,n){return arguments.length>1?this.each((t==null?YD:typeof t=="function"?ZD:qD)(e,t,n??"")):KD(this.node(),e)}function KD(e,t){return e.style.getPropertyValue(t)||qb(e).getComputedStyle(e,null).getPropertyValue(t)}function jD(e){return function(){delete this[e]}}function QD(e,t){return function(){this[e]=t}}function tN(e,t){return function(){var n=t.apply(this,arguments);n==null?delete this[e]:this[e]=n}}function eN(e,t){return arguments.length>1?this.each((t==null?jD:typeof t=="function"?tN:QD)(e,t)):this.node()[e]}function Zb(e){return e.trim().split(/^|\s+/)}function qm(e){return e.classList||new Jb(e)}function Jb(e){this._node=e,this._names=Zb(e.getAttribute("class")||"")}Jb.prototype={add:function(e){var t=this._names.indexOf(e);t<0&&(this._names.push(e),this._node.setAttribute("class",this._names.join(" ")))},remove:function(e){var t=this._names.indexOf(e);t>=0&&(this._names.splice(t,1),this._node.setAttribute("class",this._names.join(" ")))},contains:function(e){return this._names.indexOf(e)>=0}};function Kb(e,t){for(var n=qm(e),i=-1,r=t.length;++i<r;)n.add(t[i])}function jb(e,t){for(var n=qm(e),i=-1,r=t.length;++i<r;)n.remove(t[i])}function nN(e){return function(){Kb(this,e)}}function iN(e){return function(){jb(this,e)}}function rN(e,t){return function(){(t.apply(this,arguments)?Kb:jb)(this,e)}}function sN(e,t){var n=Zb(e+"");if(arguments.length<2){for(var i=qm(this.node()),r=-1,s=n.length;++r<s;)if(!i.contains(n[r]))return!1;return!0}return this.each((typeof t=="function"?rN:t?nN:iN)(n,t))}function oN(){this.textContent=""}function aN(e){return function(){this.textContent=e}}function cN(e){return function(){var t=e.apply(this,arguments);this.textContent=t??""}}function lN(e){return arguments.length?this.each(e==null?oN:(typeof e=="function"?cN:aN)(e)):this.node().textContent}function uN(){this.innerHTML=""}function fN(e){return function(){this.innerHTML=e}}function hN(e){return function(){var t=e.apply(this,arguments);this.innerHTML=t??""}}function dN(e){return arguments.length?this.each(e==null?uN:(typeof e=="function"?hN:fN)(e)):this.node().innerHTML}function pN(){this.nextSibling&&this.parentNode.appendChild(this)}function mN(){return this.each(pN)}function gN(){this.previousSibling&&this.parentNode.insertBefore(this,this.parentNode.firstChild)}function _N(){return this.each(gN)}function yN(e){var t=typeof e=="function"?e:Sa(e);return this.select(function(){return this.appendChild(t.apply(this,arguments))})}function xN(){return null}function vN(e,t){var n=typeof e=="function"?e:Sa(e),i=t==null?xN:typeof t=="function"?t:Xb(t);return this.select(function(){return this.insertBefore(n.apply(this,arguments),i.apply(this,arguments)||null)})}function bN(){var e=this.parentNode;e&&e.removeChild(this)}function SN(){return this.each(bN)}function MN(){var e=this.cloneNode(!1),t=this.parentNode;return t?t.insertBefore(e,this.nextSibling):e}function wN(){var e=this.cloneNode(!0),t=this.parentNode;return t?t.insertBefore(e,this.nextSibling):e}function TN(e){return this.select(e?wN:MN)}function EN(e){return arguments.length?this.property("__data__",e):this.node().__data__}function AN(e){return function(t){e.call(this,t,this.__data__)}}function CN(e){return e.trim().split(/^|\s+/).map(function(t){var n="",i=t.indexOf(".");return i>=0&&(n=t.slice(i+1),t=t.slice(0,i)),{type:t,name:n}})}function RN(e){return function(){var t=this.__on;if(t){for(var n=0,i=-1,r=t.length,s;n<r;++n)s=t[n],(!e.type||s.type===e.type)&&s.name===e.name?this.removeEventListener(s.type,s.listener,s.options):t[++i]=s;++i?t.length=i:delete this.__on}}}function PN(e,t,n){return function(){var i=this.__on,r,s=AN(t);if(i){for(var o=0,a=i.length;o<a;++o)if((r=i[o]).type===e.type&&r.name===e.name){this.removeEventListener(r.type,r.listener,r.options),this.addEventListener(r.type,r.listener=s,r.options=n),r.value=t;return}}this.addEventListener(e.type,s,n),r={type:e.type,name:e.name,value:t,listener:s,options:n},i?i.push(r):this.__on=[r]}}function IN(e,t,n){var i=CN(e+""),r,s=i.length,o;if(arguments.length<2){var a=this.node().__on;if(a){for(var c=0,l=a.length,u;c<l;++c)for(r=0,u=a[c];r<s;++r)if((o=i[r]).type===u.type&&o.name===u.name)return u.value}return}for(a=t?PN:RN,r=0;r<s;++r)this.each(a(i[r],t,n));return this}function Qb(e,t,n){var i=qb(e),r=i.CustomEvent;typeof r=="function"?r=new r(t,n):(r=i.document.createEvent("Event"),n?(r.initEvent(t,n.bubbles,n.cancelable),r.detail=n.detail):r.initEvent(t,!1,!1)),e.dispatchEvent(r)}function LN(e,t){return function(){return Qb(this,e,t)}}function DN(e,t){return function(){return Qb(this,e,t.apply(this,arguments))}}function NN(e,t){return this.each((typeof t=="function"?DN:LN)(e,t))}function*UN(){for(var e=this._groups,t=0,n=e.length;t<n;++t)for(var i=e[t],r=0,s=i.length,o;r<s;++r)(o=i[r])&&(yield o)}var t1=[null];function si(e,t){this._groups=e,this._parents=t}function FN(){return new si([[document.documentElement]],t1)}function ON(){return this}si.prototype=FN.prototype={constructor:si,select:sD,selectAll:uD,selectChild:mD,selectChildren:xD,filter:vD,data:ED,enter:bD,exit:CD,join:RD,merge:PD,selection:ON,order:ID,sort:LD,call:ND,nodes:UD,node:FD,size:OD,empty:BD,each:kD,attr:$D,style:JD,property:eN,classed:sN,text:lN,html:dN,raise:mN,lower:_N,append:yN,insert:vN,remove:SN,clone:TN,datum:EN,on:IN,dispatch:NN,[Symbol.iterator]:UN};function Gi(e){return typeof e=="string"?new si([[document.querySelector(e)]],[document.documentElement]):new si([[e]],t1)}var BN=0;function kN(){return new Ym}function Ym(){this._="@"+(++BN).toString(36)}Ym.prototype=kN.prototype={constructor:Ym,get:function(e){for(var t=this._;!(t in e);)if(!(e=e.parentNode))return;return e[t]},set:function(e,t){return e[this._]=t},remove:function(e){return this._ in e&&delete e[this._]},toString:function(){return this._}};function zN(e){let t;for(;t=e.sourceEvent;)e=t;return e}function e1(e,t){if(e=zN(e),t===void 0&&(t=e.currentTarget),t){var n=t.ownerSVGElement||t;if(n.createSVGPoint){var i=n.createSVGPoint();return i.x=e.clientX,i.y=e.clientY,i=i.matrixTransform(t.getScreenCTM().inverse()),[i.x,i.y]}if(t.getBoundingClientRect){var r=t.getBoundingClientRect();return[e.clientX-r.left-t.clientLeft,e.clientY-r.top-t.clientTop]}}return[e.pageX,e.pageY]}function Ea(e,t,n){e.prototype=t.prototype=n,n.constructor=e}function nl(e,t){var n=Object.create(e.prototype);for(var i in t)n[i]=t[i];return n}function xs(){}var ro=.7,Ta=1/ro,Ma="\\s*([+-]?\\d+)\\s*",tl="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)\\s*",rr="\\s*([+-]?(?:\\d*\\.)?\\d+(?:[eE][+-]?\\d+)?)%\\s*",GN=/^#([0-9a-f]{3,8})$/,VN=new RegExp(`^rgb\\(${Ma},${Ma},${Ma}\\)$`),HN=new RegExp(`^rgb\\(${rr},${rr},${rr}\\)$`),WN=new RegExp(`^rgba\\(${Ma},${Ma},${Ma},${tl}\\)$`),XN=new RegExp(`^rgba\\(${rr},${rr},${rr},${tl}\\)$`),$N=new RegExp(`^hsl\\(${tl},${rr},${rr}\\)$`),YN=new RegExp(`^hsla\\(${tl},${rr},${rr},${tl}\\)$`),n1={aliceblue:15792383,antiquewhite:16444375,aqua:65535,aquamarine:8388564,azure:15794175,beige:16119260,bisque:16770244,black:0,blanchedalmond:16772045,blue:255,blueviolet:9055202,brown:10824234,burlywood:14596231,cadetblue:6266528,chartreuse:8388352,chocolate:13789470,coral:16744272,cornflowerblue:6591981,cornsilk:16775388,crimson:14423100,cyan:65535,darkblue:139,darkcyan:35723,darkgoldenrod:12092939,darkgray:11119017,darkgreen:25600,darkgrey:11119017,darkkhaki:12433259,darkmagenta:9109643,darkolivegreen:5597999,darkorange:16747520,darkorchid:10040012,darkred:9109504,darksalmon:15308410,darkseagreen:9419919,darkslateblue:4734347,darkslategray:3100495,darkslategrey:3100495,darkturquoise:52945,darkviolet:9699539,deeppink:16716947,deepskyblue:49151,dimgray:6908265,dimgrey:6908265,dodgerblue:2003199,firebrick:11674146,floralwhite:16775920,forestgreen:2263842,fuchsia:16711935,gainsboro:14474460,ghostwhite:16316671,gold:16766720,goldenrod:14329120,gray:8421504,green:32768,greenyellow:11403055,grey:8421504,honeydew:15794160,hotpink:16738740,indianred:13458524,indigo:4915330,ivory:16777200,khaki:15787660,lavender:15132410,lavenderblush:16773365,lawngreen:8190976,lemonchiffon:16775885,lightblue:11393254,lightcoral:15761536,lightcyan:14745599,lightgoldenrodyellow:16448210,lightgray:13882323,lightgreen:9498256,lightgrey:13882323,lightpink:16758465,lightsalmon:16752762,lightseagreen:2142890,lightskyblue:8900346,lightslategray:7833753,lightslategrey:7833753,lightsteelblue:11584734,lightyellow:16777184,lime:65280,limegreen:3329330,linen:16445670,magenta:16711935,maroon:8388608,mediumaquamarine:6737322,mediumblue:205,mediumorchid:12211667,mediumpurple:9662683,mediumseagreen:3978097,mediumslateblue:8087790,mediumspringgreen:64154,mediumturquoise:4772300,mediumvioletred:13047173,midnightblue:1644912,mintcream:16121850,mistyrose:16770273,moccasin:16770229,navajowhite:16768685,navy:128,oldlace:16643558,olive:8421376,olivedrab:7048739,orange:16753920,orangered:16729344,orchid:14315734,palegoldenrod:15657130,palegreen:10025880,paleturquoise:11529966,palevioletred:14381203,papayawhip:16773077,peachpuff:16767673,peru:13468991,pink:16761035,plum:14524637,powderblue:11591910,purple:8388736,rebeccapurple:6697881,red:16711680,rosybrown:12357519,royalblue:4286945,saddlebrown:9127187,salmon:16416882,sandybrown:16032864,seagreen:3050327,seashell:16774638,sienna:10506797,silver:12632256,skyblue:8900331,slateblue:6970061,slategray:7372944,slategrey:7372944,snow:16775930,springgreen:65407,steelblue:4620980,tan:13808780,teal:32896,thistle:14204888,tomato:16737095,turquoise:4251856,violet:15631086,wheat:16113331,white:16777215,whitesmoke:16119285,yellow:16776960,yellowgreen:10145074};Ea(xs,Aa,{copy(e){return Object.assign(new this.constructor,this,e)},displayable(){return this.rgb().displayable()},hex:i1,formatHex:i1,formatHex8:qN,formatHsl:ZN,formatRgb:r1,toString:r1});function i1(){return this.rgb().formatHex()}function qN(){return this.rgb().formatHex8()}function ZN(){return d1(this).formatHsl()}function r1(){return this.rgb().formatRgb()}function Aa(e){var t,n;return e=(e+"").trim().toLowerCase(),(t=GN.exec(e))?(n=t[1].length,t=parseInt(t[1],16),n===6?s1(t):n===3?new je(t>>8&15|t>>4&240,t>>4&15|t&240,(t&15)<<4|t&15,1):n===8?hh(t>>24&255,t>>16&255,t>>8&255,(t&255)/255):n===4?hh(t>>12&15|t>>8&240,t>>8&15|t>>4&240,t>>4&15|t&240,((t&15)<<4|t&15)/255):null):(t=VN.exec(e))?new je(t[1],t[2],t[3],1):(t=HN.exec(e))?new je(t[1]*255/100,t[2]*255/100,t[3]*255/100,1):(t=WN.exec(e))?hh(t[1],t[2],t[3],t[4]):(t=XN.exec(e))?hh(t[1]*255/100,t[2]*255/100,t[3]*255/100,t[4]):(t=$N.exec(e))?c1(t[1],t[2]/100,t[3]/100,1):(t=YN.exec(e))?c1(t[1],t[2]/100,t[3]/100,t[4]):n1.hasOwnProperty(e)?s1(n1[e]):e==="transparent"?new je(NaN,NaN,NaN,0):null}function s1(e){return new je(e>>16&255,e>>8&255,e&255,1)}function hh(e,t,n,i){return i<=0&&(e=t=n=NaN),new je(e,t,n,i)}function tg(e){return e instanceof xs||(e=Aa(e)),e?(e=e.rgb(),new je(e.r,e.g,e.b,e.opacity)):new je}function Hi(e,t,n,i){return arguments.length===1?tg(e):new je(e,t,n,i??1)}function je(e,t,n,i){this.r=+e,this.g=+t,this.b=+n,this.opacity=+i}Ea(je,Hi,nl(xs,{brighter(e){return e=e==null?Ta:Math.pow(Ta,e),new je(this.r*e,this.g*e,this.b*e,this.opacity)},darker(e){return e=e==null?ro:Math.pow(ro,e),new je(this.r*e,this.g*e,this.b*e,this.opacity)},rgb(){return this},clamp(){return new je(no(this.r),no(this.g),no(this.b),ph(this.opacity))},displayable(){return-.5<=this.r&&this.r<255.5&&-.5<=this.g&&this.g<255.5&&-.5<=this.b&&this.b<255.5&&0<=this.opacity&&this.opacity<=1},hex:o1,formatHex:o1,formatHex8:JN,formatRgb:a1,toString:a1}));function o1(){return`#${eo(this.r)}${eo(this.g)}${eo(this.b)}`}function JN(){return`#${eo(this.r)}${eo(this.g)}${eo(this.b)}${eo((isNaN(this.opacity)?1:this.opacity)*255)}`}function a1(){let e=ph(this.opacity);return`${e===1?"rgb(":"rgba("}${no(this.r)}, ${no(this.g)}, ${no(this.b)}${e===1?")":`, ${e})`}`}function ph(e){return isNaN(e)?1:Math.max(0,Math.min(1,e))}function no(e){return Math.max(0,Math.min(255,Math.round(e)||0))}function eo(e){return e=no(e),(e<16?"0":"")+e.toString(16)}function c1(e,t,n,i){return i<=0?e=t=n=NaN:n<=0||n>=1?e=t=NaN:t<=0&&(e=NaN),new Vi(e,t,n,i)}function d1(e){if(e instanceof Vi)return new Vi(e.h,e.s,e.l,e.opacity);if(e instanceof xs||(e=Aa(e)),!e)return new Vi;if(e instanceof Vi)return e;e=e.rgb();var t=e.r/255,n=e.g/255,i=e.b/255,r=Math.min(t,n,i),s=Math.max(t,n,i),o=NaN,a=s-r,c=(s+r)/2;return a?(t===s?o=(n-i)/a+(n<i)*6:n===s?o=(i-t)/a+2:o=(t-n)/a+4,a/=c<.5?s+r:2-s-r,o*=60):a=c>0&&c<1?0:o,new Vi(o,a,c,e.opacity)}function gh(e,t,n,i){return arguments.length===1?d1(e):new Vi(e,t,n,i??1)}function Vi(e,t,n,i){this.h=+e,this.s=+t,this.l=+n,this.opacity=+i}Ea(Vi,gh,nl(xs,{brighter(e){return e=e==null?Ta:Math.pow(Ta,e),new Vi(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?ro:Math.pow(ro,e),new Vi(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=this.h%360+(this.h<0)*360,t=isNaN(e)||isNaN(this.s)?0:this.s,n=this.l,i=n+(n<.5?n:1-n)*t,r=2*n-i;return new je(Zm(e>=240?e-240:e+120,r,i),Zm(e,r,i),Zm(e<120?e+240:e-120,r,i),this.opacity)},clamp(){return new Vi(l1(this.h),dh(this.s),dh(this.l),ph(this.opacity))},displayable(){return(0<=this.s&&this.s<=1||isNaN(this.s))&&0<=this.l&&this.l<=1&&0<=this.opacity&&this.opacity<=1},formatHsl(){let e=ph(this.opacity);return`${e===1?"hsl(":"hsla("}${l1(this.h)}, ${dh(this.s)*100}%, ${dh(this.l)*100}%${e===1?")":`, ${e})`}`}}));function l1(e){return e=(e||0)%360,e<0?e+360:e}function dh(e){return Math.max(0,Math.min(1,e||0))}function Zm(e,t,n){return(e<60?t+(n-t)*e/60:e<180?n:e<240?t+(n-t)*(240-e)/60:t)*255}var p1=Math.PI/180,m1=180/Math.PI,mh=18,g1=.96422,_1=1,y1=.82521,x1=4/29,wa=6/29,v1=3*wa*wa,KN=wa*wa*wa;function b1(e){if(e instanceof sr)return new sr(e.l,e.a,e.b,e.opacity);if(e instanceof Fr)return S1(e);e instanceof je||(e=tg(e));var t=Qm(e.r),n=Qm(e.g),i=Qm(e.b),r=Jm((.2225045*t+.7168786*n+.0606169*i)/_1),s,o;return t===n&&n===i?s=o=r:(s=Jm((.4360747*t+.3850649*n+.1430804*i)/g1),o=Jm((.0139322*t+.0971045*n+.7141733*i)/y1)),new sr(116*r-16,500*(s-r),200*(r-o),e.opacity)}function _h(e,t,n,i){return arguments.length===1?b1(e):new sr(e,t,n,i??1)}function sr(e,t,n,i){this.l=+e,this.a=+t,this.b=+n,this.opacity=+i}Ea(sr,_h,nl(xs,{brighter(e){return new sr(this.l+mh*(e??1),this.a,this.b,this.opacity)},darker(e){return new sr(this.l-mh*(e??1),this.a,this.b,this.opacity)},rgb(){var e=(this.l+16)/116,t=isNaN(this.a)?e:e+this.a/500,n=isNaN(this.b)?e:e-this.b/200;return t=g1*Km(t),e=_1*Km(e),n=y1*Km(n),new je(jm(3.1338561*t-1.6168667*e-.4906146*n),jm(-.9787684*t+1.9161415*e+.033454*n),jm(.0719453*t-.2289914*e+1.4052427*n),this.opacity)}}));function Jm(e){return e>KN?Math.pow(e,1/3):e/v1+x1}function Km(e){return e>wa?e*e*e:v1*(e-x1)}function jm(e){return 255*(e<=.0031308?12.92*e:1.055*Math.pow(e,1/2.4)-.055)}function Qm(e){return(e/=255)<=.04045?e/12.92:Math.pow((e+.055)/1.055,2.4)}function jN(e){if(e instanceof Fr)return new Fr(e.h,e.c,e.l,e.opacity);if(e instanceof sr||(e=b1(e)),e.a===0&&e.b===0)return new Fr(NaN,0<e.l&&e.l<100?0:NaN,e.l,e.opacity);var t=Math.atan2(e.b,e.a)*m1;return new Fr(t<0?t+360:t,Math.sqrt(e.a*e.a+e.b*e.b),e.l,e.opacity)}function yh(e,t,n,i){return arguments.length===1?jN(e):new Fr(e,t,n,i??1)}function Fr(e,t,n,i){this.h=+e,this.c=+t,this.l=+n,this.opacity=+i}function S1(e){if(isNaN(e.h))return new sr(e.l,0,0,e.opacity);var t=e.h*p1;return new sr(e.l,Math.cos(t)*e.c,Math.sin(t)*e.c,e.opacity)}Ea(Fr,yh,nl(xs,{brighter(e){return new Fr(this.h,this.c,this.l+mh*(e??1),this.opacity)},darker(e){return new Fr(this.h,this.c,this.l-mh*(e??1),this.opacity)},rgb(){return S1(this).rgb()}}));var M1=-.14861,eg=1.78277,ng=-.29227,xh=-.90649,el=1.97294,u1=el*xh,f1=el*eg,h1=eg*ng-xh*M1;function QN(e){if(e instanceof io)return new io(e.h,e.s,e.l,e.opacity);e instanceof je||(e=tg(e));var t=e.r/255,n=e.g/255,i=e.b/255,r=(h1*i+u1*t-f1*n)/(h1+u1-f1),s=i-r,o=(el*(n-r)-ng*s)/xh,a=Math.sqrt(o*o+s*s)/(el*r*(1-r)),c=a?Math.atan2(o,s)*m1-120:NaN;return new io(c<0?c+360:c,a,r,e.opacity)}function mi(e,t,n,i){return arguments.length===1?QN(e):new io(e,t,n,i??1)}function io(e,t,n,i){this.h=+e,this.s=+t,this.l=+n,this.opacity=+i}Ea(io,mi,nl(xs,{brighter(e){return e=e==null?Ta:Math.pow(Ta,e),new io(this.h,this.s,this.l*e,this.opacity)},darker(e){return e=e==null?ro:Math.pow(ro,e),new io(this.h,this.s,this.l*e,this.opacity)},rgb(){var e=isNaN(this.h)?0:(this.h+120)*p1,t=+this.l,n=isNaN(this.s)?0:this.s*t*(1-t),i=Math.cos(e),r=Math.sin(e);return new je(255*(t+n*(M1*i+eg*r)),255*(t+n*(ng*i+xh*r)),255*(t+n*(el*i)),this.opacity)}}));function E1(e,t,n,i,r){var s=e*e,o=s*e;return((1-3*e+3*s-o)*t+(4-6*s+3*o)*n+(1+3*e+3*s-3*o)*i+o*r)/6}function tU(e){var t=e.length-1;return function(n){var i=n<=0?n=0:n>=1?(n=1,t-1):Math.floor(n*t),r=e[i],s=e[i+1],o=i>0?e[i-1]:2*r-s,a=i<t-1?e[i+2]:2*s-r;return E1((n-i/t)*t,o,r,s,a)}}function eU(e){var t=e.length;return function(n){var i=Math.floor(((n%=1)<0?++n:n)*t),r=e[(i+t-1)%t],s=e[i%t],o=e[(i+1)%t],a=e[(i+2)%t];return E1((n-i/t)*t,r,s,o,a)}}var bh=e=>()=>e;function A1(e,t){return function(n){return e+n*t}}function nU(e,t,n){return e=Math.pow(e,n),t=Math.pow(t,n)-e,n=1/n,function(i){return Math.pow(e+i*t,n)}}function og(e,t){var n=t-e;return n?A1(e,n>180||n<-180?n-360*Math.round(n/360):n):bh(isNaN(e)?t:e)}function iU(e){return(e=+e)==1?Qe:function(t,n){return n-t?nU(t,n,e):bh(isNaN(t)?n:t)}}function Qe(e,t){var n=t-e;return n?A1(e,n):bh(isNaN(e)?t:e)}var so=(function e(t){var n=iU(t);function i(r,s){var o=n((r=Hi(r)).r,(s=Hi(s)).r),a=n(r.g,s.g),c=n(r.b,s.b),l=Qe(r.opacity,s.opacity);return function(u){return r.r=o(u),r.g=a(u),r.b=c(u),r.opacity=l(u),r+""}}return i.gamma=e,i})(1);function C1(e){return function(t){var n=t.length,i=new Array(n),r=new Array(n),s=new Array(n),o,a;for(o=0;o<n;++o)a=Hi(t[o]),i[o]=a.r||0,r[o]=a.g||0,s[o]=a.b||0;return i=e(i),r=e(r),s=e(s),a.opacity=1,function(c){return a.r=i(c),a.g=r(c),a.b=s(c),a+""}}}var R1=C1(tU),e9=C1(eU);function rU(e,t){t||(t=[]);var n=e?Math.min(t.length,e.length):0,i=t.slice(),r;return function(s){for(r=0;r<n;++r)i[r]=e[r]*(1-s)+t[r]*s;return i}}function sU(e){return ArrayBuffer.isView(e)&&!(e instanceof DataView)}function oU(e,t){var n=t?t.length:0,i=e?Math.min(n,e.length):0,r=new Array(i),s=new Array(n),o;for(o=0;o<i;++o)r[o]=Ca(e[o],t[o]);for(;o<n;++o)s[o]=t[o];return function(a){for(o=0;o<i;++o)s[o]=r[o](a);return s}}function aU(e,t){var n=new Date;return e=+e,t=+t,function(i){return n.setTime(e*(1-i)+t*i),n}}function Ge(e,t){return e=+e,t=+t,function(n){return e*(1-n)+t*n}}function cU(e,t){var n={},i={},r;(e===null||typeof e!="object")&&(e={}),(t===null||typeof t!="object")&&(t={});for(r in t)r in e?n[r]=Ca(e[r],t[r]):i[r]=t[r];return function(s){for(r in n)i[r]=n[r](s);return i}}var rg=/[-+]?(?:\d+\.?\d*|\.?\d+)(?:[eE][-+]?\d+)?/g,ig=new RegExp(rg.source,"g");function lU(e){return function(){return e}}function uU(e){return function(t){return e(t)+""}}function fU(e,t){var n=rg.lastIndex=ig.lastIndex=0,i,r,s,o=-1,a=[],c=[];for(e=e+"",t=t+"";(i=rg.exec(e))&&(r=ig.exec(t));)(s=r.index)>n&&(s=t.slice(n,s),a[o]?a[o]+=s:a[++o]=s),(i=i[0])===(r=r[0])?a[o]?a[o]+=r:a[++o]=r:(a[++o]=null,c.push({i:o,x:Ge(i,r)})),n=ig.lastIndex;return n<t.length&&(s=t.slice(n),a[o]?a[o]+=s:a[++o]=s),a.length<2?c[0]?uU(c[0].x):lU(t):(t=c.length,function(l){for(var u=0,h;u<t;++u)a[(h=c[u]).i]=h.x(l);return a.join("")})}function Ca(e,t){var n=typeof t,i;return t==null||n==="boolean"?bh(t):(n==="number"?Ge:n==="string"?(i=Aa(t))?(t=i,so):fU:t instanceof Aa?so:t instanceof Date?aU:sU(t)?rU:Array.isArray(t)?oU:typeof t.valueOf!="function"&&typeof t.toString!="function"||isNaN(t)?cU:Ge)(e,t)}function il(e,t){return e=+e,t=+t,function(n){return Math.round(e*(1-n)+t*n)}}var w1=180/Math.PI,sg={translateX:0,translateY:0,rotate:0,skewX:0,scaleX:1,scaleY:1};function P1(e,t,n,i,r,s){var o,a,c;return(o=Math.sqrt(e*e+t*t))&&(e/=o,t/=o),(c=e*n+t*i)&&(n-=e*c,i-=t*c),(a=Math.sqrt(n*n+i*i))&&(n/=a,i/=a,c/=a),e*i<t*n&&(e=-e,t=-t,c=-c,o=-o),{translateX:r,translateY:s,rotate:Math.atan2(t,e)*w1,skewX:Math.atan(c)*w1,scaleX:o,scaleY:a}}var vh;function hU(e){let t=new(typeof DOMMatrix=="function"?DOMMatrix:WebKitCSSMatrix)(e+"");return t.isIdentity?sg:P1(t.a,t.b,t.c,t.d,t.e,t.f)}function dU(e){return e==null||(vh||(vh=document.createElementNS("http://www.w3.org/2000/svg","g")),vh.setAttribute("transform",e),!(e=vh.transform.baseVal.consolidate()))?sg:(e=e.matrix,P1(e.a,e.b,e.c,e.d,e.e,e.f))}function I1(e,t,n,i){function r(l){return l.length?l.pop()+" ":""}function s(l,u,h,f,d,p){if(l!==h||u!==f){var _=d.push("translate(",null,t,null,n);p.push({i:_-4,x:Ge(l,h)},{i:_-2,x:Ge(u,f)})}else(h||f)&&d.push("translate("+h+t+f+n)}function o(l,u,h,f){l!==u?(l-u>180?u+=360:u-l>180&&(l+=360),f.push({i:h.push(r(h)+"rotate(",null,i)-2,x:Ge(l,u)})):u&&h.push(r(h)+"rotate("+u+i)}function a(l,u,h,f){l!==u?f.push({i:h.push(r(h)+"skewX(",null,i)-2,x:Ge(l,u)}):u&&h.push(r(h)+"skewX("+u+i)}function c(l,u,h,f,d,p){if(l!==h||u!==f){var _=d.push(r(d)+"scale(",null,",",null,")");p.push({i:_-4,x:Ge(l,h)},{i:_-2,x:Ge(u,f)})}else(h!==1||f!==1)&&d.push(r(d)+"scale("+h+","+f+")")}return function(l,u){var h=[],f=[];return l=e(l),u=e(u),s(l.translateX,l.translateY,u.translateX,u.translateY,h,f),o(l.rotate,u.rotate,h,f),a(l.skewX,u.skewX,h,f),c(l.scaleX,l.scaleY,u.scaleX,u.scaleY,h,f),l=u=null,function(d){for(var p=-1,_=f.length,m;++p<_;)h[(m=f[p]).i]=m.x(d);return h.join("")}}}var n9=I1(hU,"px, ","px)","deg)"),i9=I1(dU,", ",")",")"),pU=1e-12;function T1(e){return((e=Math.exp(e))+1/e)/2}function mU(e){return((e=Math.exp(e))-1/e)/2}function gU(e){return((e=Math.exp(2*e))-1)/(e+1)}var r9=(function e(t,n,i){function r(s,o){var a=s[0],c=s[1],l=s[2],u=o[0],h=o[1],f=o[2],d=u-a,p=h-c,_=d*d+p*p,m,g;if(_<pU)g=Math.log(f/l)/t,m=function(y){return[a+y*d,c+y*p,l*Math.exp(t*y*g)]};else{var x=Math.sqrt(_),M=(f*f-l*l+i*_)/(2*l*n*x),v=(f*f-l*l-i*_)/(2*f*n*x),T=Math.log(Math.sqrt(M*M+1)-M),b=Math.log(Math.sqrt(v*v+1)-v);g=(b-T)/t,m=function(y){var S=y*g,P=T1(T),C=l/(n*x)*(P*gU(t*S+T)-mU(T));return[a+C*d,c+C*p,l*P/T1(t*S+T)]}}return m.duration=Math.abs(g)*1e3*t/Math.SQRT2,m}return r.rho=function(s){var o=Math.max(.001,+s),a=o*o,c=a*a;return e(o,a,c)},r})(Math.SQRT2,2,4);function L1(e){return function(t,n){var i=e((t=gh(t)).h,(n=gh(n)).h),r=Qe(t.s,n.s),s=Qe(t.l,n.l),o=Qe(t.opacity,n.opacity);return function(a){return t.h=i(a),t.s=r(a),t.l=s(a),t.opacity=o(a),t+""}}}var D1=L1(og),s9=L1(Qe);function N1(e,t){var n=Qe((e=_h(e)).l,(t=_h(t)).l),i=Qe(e.a,t.a),r=Qe(e.b,t.b),s=Qe(e.opacity,t.opacity);return function(o){return e.l=n(o),e.a=i(o),e.b=r(o),e.opacity=s(o),e+""}}function U1(e){return function(t,n){var i=e((t=yh(t)).h,(n=yh(n)).h),r=Qe(t.c,n.c),s=Qe(t.l,n.l),o=Qe(t.opacity,n.opacity);return function(a){return t.h=i(a),t.c=r(a),t.l=s(a),t.opacity=o(a),t+""}}}var F1=U1(og),o9=U1(Qe);function O1(e){return(function t(n){n=+n;function i(r,s){var o=e((r=mi(r)).h,(s=mi(s)).h),a=Qe(r.s,s.s),c=Qe(r.l,s.l),l=Qe(r.opacity,s.opacity);return function(u){return r.h=o(u),r.s=a(u),r.l=c(Math.pow(u,n)),r.opacity=l(u),r+""}}return i.gamma=t,i})(1)}var a9=O1(og),Sh=O1(Qe);function vs(e,t){t===void 0&&(t=e,e=Ca);for(var n=0,i=t.length-1,r=t[0],s=new Array(i<0?0:i);n<i;)s[n]=e(r,r=t[++n]);return function(o){var a=Math.max(0,Math.min(i-1,Math.floor(o*=i)));return s[a](o-a)}}function Cn(e,t){for(var n=new Array(t),i=0;i<t;++i)n[i]=e(i/(t-1));return n}var rl=Math.PI,ag=2*rl,oo=1e-6,_U=ag-oo;function B1(e){this._+=e[0];for(let t=1,n=e.length;t<n;++t)this._+=arguments[t]+e[t]}function yU(e){let t=Math.floor(e);if(!(t>=0))throw new Error(`invalid digits: ${e}`);if(t>15)return B1;let n=10**t;return function(i){this._+=i[0];for(let r=1,s=i.length;r<s;++r)this._+=Math.round(arguments[r]*n)/n+i[r]}}function k1(e,t,n,i){return e===n&&t===i}function xU(e){let t=Math.floor(e);if(!(t<=15))return k1;let n=10**t,i=function(r){return Math.round(r*n)};return function(r,s,o,a){return i(r)===i(o)&&i(s)===i(a)}}var ao=class{constructor(t){this._x0=this._y0=this._x1=this._y1=null,this._="",this._append=t==null?B1:yU(t),this._equal=t==null?k1:xU(t)}moveTo(t,n){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}`}closePath(){this._x1!==null&&(this._x1=this._x0,this._y1=this._y0,this._append`Z`)}lineTo(t,n){this._append`L${this._x1=+t},${this._y1=+n}`}quadraticCurveTo(t,n,i,r){this._append`Q${+t},${+n},${this._x1=+i},${this._y1=+r}`}bezierCurveTo(t,n,i,r,s,o){this._append`C${+t},${+n},${+i},${+r},${this._x1=+s},${this._y1=+o}`}arcTo(t,n,i,r,s){if(t=+t,n=+n,i=+i,r=+r,s=+s,s<0)throw new Error(`negative radius: ${s}`);let o=this._x1,a=this._y1,c=i-t,l=r-n,u=o-t,h=a-n,f=u*u+h*h;if(this._x1===null)this._append`M${this._x1=t},${this._y1=n}`;else if(f>oo)if(!(Math.abs(h*c-l*u)>oo)||!s)this._append`L${this._x1=t},${this._y1=n}`;else{let d=i-o,p=r-a,_=c*c+l*l,m=d*d+p*p,g=Math.sqrt(_),x=Math.sqrt(f),M=s*Math.tan((rl-Math.acos((_+f-m)/(2*g*x)))/2),v=M/x,T=M/g;Math.abs(v-1)>oo&&this._append`L${t+v*u},${n+v*h}`,this._append`A${s},${s},0,0,${+(h*d>u*p)},${this._x1=t+T*c},${this._y1=n+T*l}`}}arc(t,n,i,r,s,o){if(t=+t,n=+n,i=+i,o=!!o,i<0)throw new Error(`negative radius: ${i}`);let a=i*Math.cos(r),c=i*Math.sin(r),l=t+a,u=n+c,h=1^o,f=o?r-s:s-r;if(this._x1===null?this._append`M${l},${u}`:(Math.abs(this._x1-l)>oo||Math.abs(this._y1-u)>oo)&&this._append`L${l},${u}`,!!i){if(f<0&&(f=f%ag+ag),f>_U)this._append`A${i},${i},0,1,${h},${t-a},${n-c}A${i},${i},0,1,${h},${this._x1=l},${this._y1=u}`;else if(f>oo){let d=t+i*Math.cos(s),p=n+i*Math.sin(s);if(f>=rl&&this._equal(l,u,d,p)){f/=2;let _=r+f;this._append`A${i},${i},0,${+(f>=rl)},${h},${t+i*Math.cos(_)},${n+i*Math.sin(_)}`}this._append`A${i},${i},0,${+(f>=rl)},${h},${this._x1=d},${this._y1=p}`}}}rect(t,n,i,r){this._append`M${this._x0=this._x1=+t},${this._y0=this._y1=+n}h${i=+i}v${+r}h${-i}Z`}toString(){return this._}};function vU(){return new ao}vU.prototype=ao.prototype;function gi(e=3){return new ao(+e)}function bU(e){return Math.abs(e=Math.round(e))>=1e21?e.toLocaleString("en").replace(/,/g,""):e.toString(10)}function wh(e,t){if(!isFinite(e)||e===0)return null;var n=(e=t?e.toExponential(t-1):e.toExponential()).indexOf("e"),i=e.slice(0,n);return[i.length>1?i[0]+i.slice(2):i,+e.slice(n+1)]}function Ra(e){return e=wh(Math.abs(e)),e?e[1]:NaN}function SU(e,t){return function(n,i){for(var r=n.length,s=[],o=0,a=e[0],c=0;r>0&&a>0&&(c+a+1>i&&(a=Math.max(1,i-c)),s.push(n.substring(r-=a,r+a)),!((c+=a+1)>i));)a=e[o=(o+1)%e.length];return s.reverse().join(t)}}function MU(e){return function(t){return t.replace(/[0-9]/g,function(n){return e[+n]})}}var wU=/^(?:(.)?([<>=^]))?([+\-( ])?([$#])?(0)?(\d+)?(,)?(\.\d+)?(~)?([a-z%])?$/i;function Pa(e){if(!(t=wU.exec(e)))throw new Error("invalid format: "+e);var t;return new cg({fill:t[1],align:t[2],sign:t[3],symbol:t[4],zero:t[5],width:t[6],comma:t[7],precision:t[8]&&t[8].slice(1),trim:t[9],type:t[10]})}Pa.prototype=cg.prototype;function cg(e){this.fill=e.fill===void 0?" ":e.fill+"",this.align=e.align===void 0?">":e.align+"",this.sign=e.sign===void 0?"-":e.sign+"",this.symbol=e.symbol===void 0?"":e.symbol+"",this.zero=!!e.zero,this.width=e.width===void 0?void 0:+e.width,this.comma=!!e.comma,this.precision=e.precision===void 0?void 0:+e.precision,this.trim=!!e.trim,this.type=e.type===void 0?"":e.type+""}cg.prototype.toString=function(){return this.fill+this.align+this.sign+this.symbol+(this.zero?"0":"")+(this.width===void 0?"":Math.max(1,this.width|0))+(this.comma?",":"")+(this.precision===void 0?"":"."+Math.max(0,this.precision|0))+(this.trim?"~":"")+this.type};function TU(e){t:for(var t=e.length,n=1,i=-1,r;n<t;++n)switch(e[n]){case".":i=r=n;break;case"0":i===0&&(i=n),r=n;break;default:if(!+e[n])break t;i>0&&(i=0);break}return i>0?e.slice(0,i)+e.slice(r+1):e}var Th;function EU(e,t){var n=wh(e,t);if(!n)return Th=void 0,e.toPrecision(t);var i=n[0],r=n[1],s=r-(Th=Math.max(-8,Math.min(8,Math.floor(r/3)))*3)+1,o=i.length;return s===o?i:s>o?i+new Array(s-o+1).join("0"):s>0?i.slice(0,s)+"."+i.slice(s):"0."+new Array(1-s).join("0")+wh(e,Math.max(0,t+s-1))[0]}function z1(e,t){var n=wh(e,t);if(!n)return e+"";var i=n[0],r=n[1];return r<0?"0."+new Array(-r).join("0")+i:i.length>r+1?i.slice(0,r+1)+"."+i.slice(r+1):i+new Array(r-i.length+2).join("0")}var G1={"%":(e,t)=>(e*100).toFixed(t),b:e=>Math.round(e).toString(2),c:e=>e+"",d:bU,e:(e,t)=>e.toExponential(t),f:(e,t)=>e.toFixed(t),g:(e,t)=>e.toPrecision(t),o:e=>Math.round(e).toString(8),p:(e,t)=>z1(e*100,t),r:z1,s:EU,X:e=>Math.round(e).toString(16).toUpperCase(),x:e=>Math.round(e).toString(16)};function V1(e){return e}var H1=Array.prototype.map,W1=["y","z","a","f","p","n","\xB5","m","","k","M","G","T","P","E","Z","Y"];function AU(e){var t=e.grouping===void 0||e.thousands===void 0?V1:SU(H1.call(e.grouping,Number),e.thousands+""),n=e.currency===void 0?"":e.currency[0]+"",i=e.currency===void 0?"":e.currency[1]+"",r=e.decimal===void 0?".":e.decimal+"",s=e.numerals===void 0?V1:MU(H1.call(e.numerals,String)),o=e.percent===void 0?"%":e.percent+"",a=e.minus===void 0?"\u2212":e.minus+"",c=e.nan===void 0?"NaN":e.nan+"";function l(h,f){h=Pa(h);var d=h.fill,p=h.align,_=h.sign,m=h.symbol,g=h.zero,x=h.width,M=h.comma,v=h.precision,T=h.trim,b=h.type;b==="n"?(M=!0,b="g"):G1[b]||(v===void 0&&(v=12),T=!0,b="g"),(g||d==="0"&&p==="=")&&(g=!0,d="0",p="=");var y=(f&&f.prefix!==void 0?f.prefix:"")+(m==="$"?n:m==="#"&&/[boxX]/.test(b)?"0"+b.toLowerCase():""),S=(m==="$"?i:/[%p]/.test(b)?o:"")+(f&&f.suffix!==void 0?f.suffix:""),P=G1[b],C=/[defgprs%]/.test(b);v=v===void 0?6:/[gprs]/.test(b)?Math.max(1,Math.min(21,v)):Math.max(0,Math.min(20,v));function A(D){var B=y,I=S,L,k,z;if(b==="c")I=P(D)+I,D="";else{D=+D;var Z=D<0||1/D<0;if(D=isNaN(D)?c:P(Math.abs(D),v),T&&(D=TU(D)),Z&&+D==0&&_!=="+"&&(Z=!1),B=(Z?_==="("?_:a:_==="-"||_==="("?"":_)+B,I=(b==="s"&&!isNaN(D)&&Th!==void 0?W1[8+Th/3]:"")+I+(Z&&_==="("?")":""),C){for(L=-1,k=D.length;++L<k;)if(z=D.charCodeAt(L),48>z||z>57){I=(z===46?r+D.slice(L+1):D.slice(L))+I,D=D.slice(0,L);break}}}M&&!g&&(D=t(D,1/0));var U=B.length+D.length+I.length,V=U<x?new Array(x-U+1).join(d):"";switch(M&&g&&(D=t(V+D,V.length?x-I.length:1/0),V=""),p){case"<":D=B+D+I+V;break;case"=":D=B+V+D+I;break;case"^":D=V.slice(0,U=V.length>>1)+B+D+I+V.slice(U);break;default:D=V+B+D+I;break}return s(D)}return A.toString=function(){return h+""},A}function u(h,f){var d=Math.max(-8,Math.min(8,Math.floor(Ra(f)/3)))*3,p=Math.pow(10,-d),_=l((h=Pa(h),h.type="f",h),{suffix:W1[8+d/3]});return function(m){return _(p*m)}}return{format:l,formatPrefix:u}}var Mh,or,lg;CU({thousands:",",grouping:[3],currency:["$",""]});function CU(e){return Mh=AU(e),or=Mh.format,lg=Mh.formatPrefix,Mh}function X1(e){return Math.max(0,-Ra(Math.abs(e)))}function $1(e,t){return Math.max(0,Math.max(-8,Math.min(8,Math.floor(Ra(t)/3)))*3-Ra(Math.abs(e)))}function Y1(e,t){return e=Math.abs(e),t=Math.abs(t)-e,Math.max(0,Ra(t)-Ra(e))+1}var Wt=1e-6,hS=1e-12,Qt=Math.PI,Re=Qt/2,q1=Qt/4,oi=Qt*2,Rn=180/Qt,Ce=Qt/180,fe=Math.abs,Na=Math.atan,Br=Math.atan2,Kt=Math.cos;var dS=Math.exp;var Lh=Math.log,ug=Math.pow,Xt=Math.sin,yi=Math.sign||function(e){return e>0?1:e<0?-1:0},Gn=Math.sqrt,Pg=Math.tan;function pS(e){return e>1?0:e<-1?Qt:Math.acos(e)}function vi(e){return e>1?Re:e<-1?-Re:Math.asin(e)}function xi(){}function Dh(e,t){e&&J1.hasOwnProperty(e.type)&&J1[e.type](e,t)}var Z1={Feature:function(e,t){Dh(e.geometry,t)},FeatureCollection:function(e,t){for(var n=e.features,i=-1,r=n.length;++i<r;)Dh(n[i].geometry,t)}},J1={Sphere:function(e,t){t.sphere()},Point:function(e,t){e=e.coordinates,t.point(e[0],e[1],e[2])},MultiPoint:function(e,t){for(var n=e.coordinates,i=-1,r=n.length;++i<r;)e=n[i],t.point(e[0],e[1],e[2])},LineString:function(e,t){mg(e.coordinates,t,0)},MultiLineString:function(e,t){for(var n=e.coordinates,i=-1,r=n.length;++i<r;)mg(n[i],t,0)},Polygon:function(e,t){K1(e.coordinates,t)},MultiPolygon:function(e,t){for(var n=e.coordinates,i=-1,r=n.length;++i<r;)K1(n[i],t)},GeometryCollection:function(e,t){for(var n=e.geometries,i=-1,r=n.length;++i<r;)Dh(n[i],t)}};function mg(e,t,n){var i=-1,r=e.length-n,s;for(t.lineStart();++i<r;)s=e[i],t.point(s[0],s[1],s[2]);t.lineEnd()}function K1(e,t){var n=-1,i=e.length;for(t.polygonStart();++n<i;)mg(e[n],t,1);t.polygonEnd()}function bs(e,t){e&&Z1.hasOwnProperty(e.type)?Z1[e.type](e,t):Dh(e,t)}var h9=new hi,d9=new hi;function gg(e){return[Br(e[1],e[0]),vi(e[2])]}function La(e){var t=e[0],n=e[1],i=Kt(n);return[i*Kt(t),i*Xt(t),Xt(n)]}function Eh(e,t){return e[0]*t[0]+e[1]*t[1]+e[2]*t[2]}function Nh(e,t){return[e[1]*t[2]-e[2]*t[1],e[2]*t[0]-e[0]*t[2],e[0]*t[1]-e[1]*t[0]]}function fg(e,t){e[0]+=t[0],e[1]+=t[1],e[2]+=t[2]}function Ah(e,t){return[e[0]*t,e[1]*t,e[2]*t]}function _g(e){var t=Gn(e[0]*e[0]+e[1]*e[1]+e[2]*e[2]);e[0]/=t,e[1]/=t,e[2]/=t}function yg(e,t){function n(i,r){return i=e(i,r),t(i[0],i[1])}return e.invert&&t.invert&&(n.invert=function(i,r){return i=t.invert(i,r),i&&e.invert(i[0],i[1])}),n}function xg(e,t){return fe(e)>Qt&&(e-=Math.round(e/oi)*oi),[e,t]}xg.invert=xg;function mS(e,t,n){return(e%=oi)?t||n?yg(Q1(e),tS(t,n)):Q1(e):t||n?tS(t,n):xg}function j1(e){return function(t,n){return t+=e,fe(t)>Qt&&(t-=Math.round(t/oi)*oi),[t,n]}}function Q1(e){var t=j1(e);return t.invert=j1(-e),t}function tS(e,t){var n=Kt(e),i=Xt(e),r=Kt(t),s=Xt(t);function o(a,c){var l=Kt(c),u=Kt(a)*l,h=Xt(a)*l,f=Xt(c),d=f*n+u*i;return[Br(h*r-d*s,u*n-f*i),vi(d*r+h*s)]}return o.invert=function(a,c){var l=Kt(c),u=Kt(a)*l,h=Xt(a)*l,f=Xt(c),d=f*r-h*s;return[Br(h*r+f*s,u*n+d*i),vi(d*n-u*i)]},o}function RU(e){e=mS(e[0]*Ce,e[1]*Ce,e.length>2?e[2]*Ce:0);function t(n){return n=e(n[0]*Ce,n[1]*Ce),n[0]*=Rn,n[1]*=Rn,n}return t.invert=function(n){return n=e.invert(n[0]*Ce,n[1]*Ce),n[0]*=Rn,n[1]*=Rn,n},t}function PU(e,t,n,i,r,s){if(n){var o=Kt(t),a=Xt(t),c=i*n;r==null?(r=t+i*oi,s=t-c/2):(r=eS(o,r),s=eS(o,s),(i>0?r<s:r>s)&&(r+=i*oi));for(var l,u=r;i>0?u>s:u<s;u-=c)l=gg([o,-a*Kt(u),-a*Xt(u)]),e.point(l[0],l[1])}}function eS(e,t){t=La(t),t[0]-=e,_g(t);var n=pS(-t[1]);return((-t[2]<0?-n:n)+oi-Wt)%oi}function gS(){var e=[],t;return{point:function(n,i,r){t.push([n,i,r])},lineStart:function(){e.push(t=[])},lineEnd:xi,rejoin:function(){e.length>1&&e.push(e.pop().concat(e.shift()))},result:function(){var n=e;return e=[],t=null,n}}}function Ih(e,t){return fe(e[0]-t[0])<Wt&&fe(e[1]-t[1])<Wt}function Ch(e,t,n,i){this.x=e,this.z=t,this.o=n,this.e=i,this.v=!1,this.n=this.p=null}function _S(e,t,n,i,r){var s=[],o=[],a,c;if(e.forEach(function(p){if(!((_=p.length-1)<=0)){var _,m=p[0],g=p[_],x;if(Ih(m,g)){if(!m[2]&&!g[2]){for(r.lineStart(),a=0;a<_;++a)r.point((m=p[a])[0],m[1]);r.lineEnd();return}g[0]+=2*Wt}s.push(x=new Ch(m,p,null,!0)),o.push(x.o=new Ch(m,null,x,!1)),s.push(x=new Ch(g,p,null,!1)),o.push(x.o=new Ch(g,null,x,!0))}}),!!s.length){for(o.sort(t),nS(s),nS(o),a=0,c=o.length;a<c;++a)o[a].e=n=!n;for(var l=s[0],u,h;;){for(var f=l,d=!0;f.v;)if((f=f.n)===l)return;u=f.z,r.lineStart();do{if(f.v=f.o.v=!0,f.e){if(d)for(a=0,c=u.length;a<c;++a)r.point((h=u[a])[0],h[1]);else i(f.x,f.n.x,1,r);f=f.n}else{if(d)for(u=f.p.z,a=u.length-1;a>=0;--a)r.point((h=u[a])[0],h[1]);else i(f.x,f.p.x,-1,r);f=f.p}f=f.o,u=f.z,d=!d}while(!f.v);r.lineEnd()}}}function nS(e){if(t=e.length){for(var t,n=0,i=e[0],r;++n<t;)i.n=r=e[n],r.p=i,i=r;i.n=r=e[0],r.p=i}}function hg(e){return fe(e[0])<=Qt?e[0]:yi(e[0])*((fe(e[0])+Qt)%oi-Qt)}function IU(e,t){var n=hg(t),i=t[1],r=Xt(i),s=[Xt(n),-Kt(n),0],o=0,a=0,c=new hi;r===1?i=Re+Wt:r===-1&&(i=-Re-Wt);for(var l=0,u=e.length;l<u;++l)if(f=(h=e[l]).length)for(var h,f,d=h[f-1],p=hg(d),_=d[1]/2+q1,m=Xt(_),g=Kt(_),x=0;x<f;++x,p=v,m=b,g=y,d=M){var M=h[x],v=hg(M),T=M[1]/2+q1,b=Xt(T),y=Kt(T),S=v-p,P=S>=0?1:-1,C=P*S,A=C>Qt,D=m*b;if(c.add(Br(D*P*Xt(C),g*y+D*Kt(C))),o+=A?S+P*oi:S,A^p>=n^v>=n){var B=Nh(La(d),La(M));_g(B);var I=Nh(s,B);_g(I);var L=(A^S>=0?-1:1)*vi(I[2]);(i>L||i===L&&(B[0]||B[1]))&&(a+=A^S>=0?1:-1)}}return(o<-Wt||o<Wt&&c<-hS)^a&1}function yS(e,t,n,i){return function(r){var s=t(r),o=gS(),a=t(o),c=!1,l,u,h,f={point:d,lineStart:_,lineEnd:m,polygonStart:function(){f.point=g,f.lineStart=x,f.lineEnd=M,u=[],l=[]},polygonEnd:function(){f.point=d,f.lineStart=_,f.lineEnd=m,u=Vm(u);var v=IU(l,i);u.length?(c||(r.polygonStart(),c=!0),_S(u,DU,v,n,r)):v&&(c||(r.polygonStart(),c=!0),r.lineStart(),n(null,null,1,r),r.lineEnd()),c&&(r.polygonEnd(),c=!1),u=l=null},sphere:function(){r.polygonStart(),r.lineStart(),n(null,null,1,r),r.lineEnd(),r.polygonEnd()}};function d(v,T){e(v,T)&&r.point(v,T)}function p(v,T){s.point(v,T)}function _(){f.point=p,s.lineStart()}function m(){f.point=d,s.lineEnd()}function g(v,T){h.push([v,T]),a.point(v,T)}function x(){a.lineStart(),h=[]}function M(){g(h[0][0],h[0][1]),a.lineEnd();var v=a.clean(),T=o.result(),b,y=T.length,S,P,C;if(h.pop(),l.push(h),h=null,!!y){if(v&1){if(P=T[0],(S=P.length-1)>0){for(c||(r.polygonStart(),c=!0),r.lineStart(),b=0;b<S;++b)r.point((C=P[b])[0],C[1]);r.lineEnd()}return}y>1&&v&2&&T.push(T.pop().concat(T.shift())),u.push(T.filter(LU))}}return f}}function LU(e){return e.length>1}function DU(e,t){return((e=e.x)[0]<0?e[1]-Re-Wt:Re-e[1])-((t=t.x)[0]<0?t[1]-Re-Wt:Re-t[1])}var iS=yS(function(){return!0},NU,FU,[-Qt,-Re]);function NU(e){var t=NaN,n=NaN,i=NaN,r;return{lineStart:function(){e.lineStart(),r=1},point:function(s,o){var a=s>0?Qt:-Qt,c=fe(s-t);fe(c-Qt)<Wt?(e.point(t,n=(n+o)/2>0?Re:-Re),e.point(i,n),e.lineEnd(),e.lineStart(),e.point(a,n),e.point(s,n),r=0):i!==a&&c>=Qt&&(fe(t-i)<Wt&&(t-=i*Wt),fe(s-a)<Wt&&(s-=a*Wt),n=UU(t,n,s,o),e.point(i,n),e.lineEnd(),e.lineStart(),e.point(a,n),r=0),e.point(t=s,n=o),i=a},lineEnd:function(){e.lineEnd(),t=n=NaN},clean:function(){return 2-r}}}function UU(e,t,n,i){var r,s,o=Xt(e-n);return fe(o)>Wt?Na((Xt(t)*(s=Kt(i))*Xt(n)-Xt(i)*(r=Kt(t))*Xt(e))/(r*s*o)):(t+i)/2}function FU(e,t,n,i){var r;if(e==null)r=n*Re,i.point(-Qt,r),i.point(0,r),i.point(Qt,r),i.point(Qt,0),i.point(Qt,-r),i.point(0,-r),i.point(-Qt,-r),i.point(-Qt,0),i.point(-Qt,r);else if(fe(e[0]-t[0])>Wt){var s=e[0]<t[0]?Qt:-Qt;r=n*s/2,i.point(-s,r),i.point(0,r),i.point(s,r)}else i.point(t[0],t[1])}function OU(e){var t=Kt(e),n=2*Ce,i=t>0,r=fe(t)>Wt;function s(u,h,f,d){PU(d,e,n,f,u,h)}function o(u,h){return Kt(u)*Kt(h)>t}function a(u){var h,f,d,p,_;return{lineStart:function(){p=d=!1,_=1},point:function(m,g){var x=[m,g],M,v=o(m,g),T=i?v?0:l(m,g):v?l(m+(m<0?Qt:-Qt),g):0;if(!h&&(p=d=v)&&u.lineStart(),v!==d&&(M=c(h,x),(!M||Ih(h,M)||Ih(x,M))&&(x[2]=1)),v!==d)_=0,v?(u.lineStart(),M=c(x,h),u.point(M[0],M[1])):(M=c(h,x),u.point(M[0],M[1],2),u.lineEnd()),h=M;else if(r&&h&&i^v){var b;!(T&f)&&(b=c(x,h,!0))&&(_=0,i?(u.lineStart(),u.point(b[0][0],b[0][1]),u.point(b[1][0],b[1][1]),u.lineEnd()):(u.point(b[1][0],b[1][1]),u.lineEnd(),u.lineStart(),u.point(b[0][0],b[0][1],3)))}v&&(!h||!Ih(h,x))&&u.point(x[0],x[1]),h=x,d=v,f=T},lineEnd:function(){d&&u.lineEnd(),h=null},clean:function(){return _|(p&&d)<<1}}}function c(u,h,f){var d=La(u),p=La(h),_=[1,0,0],m=Nh(d,p),g=Eh(m,m),x=m[0],M=g-x*x;if(!M)return!f&&u;var v=t*g/M,T=-t*x/M,b=Nh(_,m),y=Ah(_,v),S=Ah(m,T);fg(y,S);var P=b,C=Eh(y,P),A=Eh(P,P),D=C*C-A*(Eh(y,y)-1);if(!(D<0)){var B=Gn(D),I=Ah(P,(-C-B)/A);if(fg(I,y),I=gg(I),!f)return I;var L=u[0],k=h[0],z=u[1],Z=h[1],U;k<L&&(U=L,L=k,k=U);var V=k-L,Y=fe(V-Qt)<Wt,st=Y||V<Wt;if(!Y&&Z<z&&(U=z,z=Z,Z=U),st?Y?z+Z>0^I[1]<(fe(I[0]-L)<Wt?z:Z):z<=I[1]&&I[1]<=Z:V>Qt^(L<=I[0]&&I[0]<=k)){var ct=Ah(P,(-C+B)/A);return fg(ct,y),[I,gg(ct)]}}}function l(u,h){var f=i?e:Qt-e,d=0;return u<-f?d|=1:u>f&&(d|=2),h<-f?d|=4:h>f&&(d|=8),d}return yS(o,a,s,i?[0,-e]:[-Qt,e-Qt])}function BU(e,t,n,i,r,s){var o=e[0],a=e[1],c=t[0],l=t[1],u=0,h=1,f=c-o,d=l-a,p;if(p=n-o,!(!f&&p>0)){if(p/=f,f<0){if(p<u)return;p<h&&(h=p)}else if(f>0){if(p>h)return;p>u&&(u=p)}if(p=r-o,!(!f&&p<0)){if(p/=f,f<0){if(p>h)return;p>u&&(u=p)}else if(f>0){if(p<u)return;p<h&&(h=p)}if(p=i-a,!(!d&&p>0)){if(p/=d,d<0){if(p<u)return;p<h&&(h=p)}else if(d>0){if(p>h)return;p>u&&(u=p)}if(p=s-a,!(!d&&p<0)){if(p/=d,d<0){if(p>h)return;p>u&&(u=p)}else if(d>0){if(p<u)return;p<h&&(h=p)}return u>0&&(e[0]=o+u*f,e[1]=a+u*d),h<1&&(t[0]=o+h*f,t[1]=a+h*d),!0}}}}}var sl=1e9,Rh=-sl;function Ig(e,t,n,i){function r(l,u){return e<=l&&l<=n&&t<=u&&u<=i}function s(l,u,h,f){var d=0,p=0;if(l==null||(d=o(l,h))!==(p=o(u,h))||c(l,u)<0^h>0)do f.point(d===0||d===3?e:n,d>1?i:t);while((d=(d+h+4)%4)!==p);else f.point(u[0],u[1])}function o(l,u){return fe(l[0]-e)<Wt?u>0?0:3:fe(l[0]-n)<Wt?u>0?2:1:fe(l[1]-t)<Wt?u>0?1:0:u>0?3:2}function a(l,u){return c(l.x,u.x)}function c(l,u){var h=o(l,1),f=o(u,1);return h!==f?h-f:h===0?u[1]-l[1]:h===1?l[0]-u[0]:h===2?l[1]-u[1]:u[0]-l[0]}return function(l){var u=l,h=gS(),f,d,p,_,m,g,x,M,v,T,b,y={point:S,lineStart:D,lineEnd:B,polygonStart:C,polygonEnd:A};function S(L,k){r(L,k)&&u.point(L,k)}function P(){for(var L=0,k=0,z=d.length;k<z;++k)for(var Z=d[k],U=1,V=Z.length,Y=Z[0],st,ct,X=Y[0],at=Y[1];U<V;++U)st=X,ct=at,Y=Z[U],X=Y[0],at=Y[1],ct<=i?at>i&&(X-st)*(i-ct)>(at-ct)*(e-st)&&++L:at<=i&&(X-st)*(i-ct)<(at-ct)*(e-st)&&--L;return L}function C(){u=h,f=[],d=[],b=!0}function A(){var L=P(),k=b&&L,z=(f=Vm(f)).length;(k||z)&&(l.polygonStart(),k&&(l.lineStart(),s(null,null,1,l),l.lineEnd()),z&&_S(f,a,L,s,l),l.polygonEnd()),u=l,f=d=p=null}function D(){y.point=I,d&&d.push(p=[]),T=!0,v=!1,x=M=NaN}function B(){f&&(I(_,m),g&&v&&h.rejoin(),f.push(h.result())),y.point=S,v&&u.lineEnd()}function I(L,k){var z=r(L,k);if(d&&p.push([L,k]),T)_=L,m=k,g=z,T=!1,z&&(u.lineStart(),u.point(L,k));else if(z&&v)u.point(L,k);else{var Z=[x=Math.max(Rh,Math.min(sl,x)),M=Math.max(Rh,Math.min(sl,M))],U=[L=Math.max(Rh,Math.min(sl,L)),k=Math.max(Rh,Math.min(sl,k))];BU(Z,U,e,t,n,i)?(v||(u.lineStart(),u.point(Z[0],Z[1])),u.point(U[0],U[1]),z||u.lineEnd(),b=!1):z&&(u.lineStart(),u.point(L,k),b=!1)}x=L,M=k,v=z}return y}}var vg=e=>e,dg=new hi,bg=new hi,xS,vS,Sg,Mg,Or={point:xi,lineStart:xi,lineEnd:xi,polygonStart:function(){Or.lineStart=kU,Or.lineEnd=GU},polygonEnd:function(){Or.lineStart=Or.lineEnd=Or.point=xi,dg.add(fe(bg)),bg=new hi},result:function(){var e=dg/2;return dg=new hi,e}};function kU(){Or.point=zU}function zU(e,t){Or.point=bS,xS=Sg=e,vS=Mg=t}function bS(e,t){bg.add(Mg*e-Sg*t),Sg=e,Mg=t}function GU(){bS(xS,vS)}var Da=1/0,Uh=Da,pl=-Da,Fh=pl,Oh={point:VU,lineStart:xi,lineEnd:xi,polygonStart:xi,polygonEnd:xi,result:function(){var e=[[Da,Uh],[pl,Fh]];return pl=Fh=-(Uh=Da=1/0),e}};function VU(e,t){e<Da&&(Da=e),e>pl&&(pl=e),t<Uh&&(Uh=t),t>Fh&&(Fh=t)}var wg=0,Tg=0,ol=0,Bh=0,kh=0,Ia=0,Eg=0,Ag=0,al=0,SS,MS,ar,cr,_i={point:co,lineStart:rS,lineEnd:sS,polygonStart:function(){_i.lineStart=XU,_i.lineEnd=$U},polygonEnd:function(){_i.point=co,_i.lineStart=rS,_i.lineEnd=sS},result:function(){var e=al?[Eg/al,Ag/al]:Ia?[Bh/Ia,kh/Ia]:ol?[wg/ol,Tg/ol]:[NaN,NaN];return wg=Tg=ol=Bh=kh=Ia=Eg=Ag=al=0,e}};function co(e,t){wg+=e,Tg+=t,++ol}function rS(){_i.point=HU}function HU(e,t){_i.point=WU,co(ar=e,cr=t)}function WU(e,t){var n=e-ar,i=t-cr,r=Gn(n*n+i*i);Bh+=r*(ar+e)/2,kh+=r*(cr+t)/2,Ia+=r,co(ar=e,cr=t)}function sS(){_i.point=co}function XU(){_i.point=YU}function $U(){wS(SS,MS)}function YU(e,t){_i.point=wS,co(SS=ar=e,MS=cr=t)}function wS(e,t){var n=e-ar,i=t-cr,r=Gn(n*n+i*i);Bh+=r*(ar+e)/2,kh+=r*(cr+t)/2,Ia+=r,r=cr*e-ar*t,Eg+=r*(ar+e),Ag+=r*(cr+t),al+=r*3,co(ar=e,cr=t)}function TS(e){this._context=e}TS.prototype={_radius:4.5,pointRadius:function(e){return this._radius=e,this},polygonStart:function(){this._line=0},polygonEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){this._line===0&&this._context.closePath(),this._point=NaN},point:function(e,t){switch(this._point){case 0:{this._context.moveTo(e,t),this._point=1;break}case 1:{this._context.lineTo(e,t);break}default:{this._context.moveTo(e+this._radius,t),this._context.arc(e,t,this._radius,0,oi);break}}},result:xi};var Cg=new hi,pg,ES,AS,cl,ll,ml={point:xi,lineStart:function(){ml.point=qU},lineEnd:function(){pg&&CS(ES,AS),ml.point=xi},polygonStart:function(){pg=!0},polygonEnd:function(){pg=null},result:function(){var e=+Cg;return Cg=new hi,e}};function qU(e,t){ml.point=CS,ES=cl=e,AS=ll=t}function CS(e,t){cl-=e,ll-=t,Cg.add(Gn(cl*cl+ll*ll)),cl=e,ll=t}var oS,zh,aS,cS,Gh=class{constructor(t){this._append=t==null?RS:ZU(t),this._radius=4.5,this._=""}pointRadius(t){return this._radius=+t,this}polygonStart(){this._line=0}polygonEnd(){this._line=NaN}lineStart(){this._point=0}lineEnd(){this._line===0&&(this._+="Z"),this._point=NaN}point(t,n){switch(this._point){case 0:{this._append`M${t},${n}`,this._point=1;break}case 1:{this._append`L${t},${n}`;break}default:{if(this._append`M${t},${n}`,this._radius!==aS||this._append!==zh){let i=this._radius,r=this._;this._="",this._append`m0,${i}a${i},${i} 0 1,1 0,${-2*i}a${i},${i} 0 1,1 0,${2*i}z`,aS=i,zh=this._append,cS=this._,this._=r}this._+=cS;break}}}result(){let t=this._;return this._="",t.length?t:null}};function RS(e){let t=1;this._+=e[0];for(let n=e.length;t<n;++t)this._+=arguments[t]+e[t]}function ZU(e){let t=Math.floor(e);if(!(t>=0))throw new RangeError(`invalid digits: ${e}`);if(t>15)return RS;if(t!==oS){let n=10**t;oS=t,zh=function(r){let s=1;this._+=r[0];for(let o=r.length;s<o;++s)this._+=Math.round(arguments[s]*n)/n+r[s]}}return zh}function _l(e,t){let n=3,i=4.5,r,s;function o(a){return a&&(typeof i=="function"&&s.pointRadius(+i.apply(this,arguments)),bs(a,r(s))),s.result()}return o.area=function(a){return bs(a,r(Or)),Or.result()},o.measure=function(a){return bs(a,r(ml)),ml.result()},o.bounds=function(a){return bs(a,r(Oh)),Oh.result()},o.centroid=function(a){return bs(a,r(_i)),_i.result()},o.projection=function(a){return arguments.length?(r=a==null?(e=null,vg):(e=a).stream,o):e},o.context=function(a){return arguments.length?(s=a==null?(t=null,new Gh(n)):new TS(t=a),typeof i!="function"&&s.pointRadius(i),o):t},o.pointRadius=function(a){return arguments.length?(i=typeof a=="function"?a:(s.pointRadius(+a),+a),o):i},o.digits=function(a){if(!arguments.length)return n;if(a==null)n=null;else{let c=Math.floor(a);if(!(c>=0))throw new RangeError(`invalid digits: ${a}`);n=c}return t===null&&(s=new Gh(n)),o},o.projection(e).digits(n).context(t)}function yl(e){return{stream:Wh(e)}}function Wh(e){return function(t){var n=new Rg;for(var i in e)n[i]=e[i];return n.stream=t,n}}function Rg(){}Rg.prototype={constructor:Rg,point:function(e,t){this.stream.point(e,t)},sphere:function(){this.stream.sphere()},lineStart:function(){this.stream.lineStart()},lineEnd:function(){this.stream.lineEnd()},polygonStart:function(){this.stream.polygonStart()},polygonEnd:function(){this.stream.polygonEnd()}};function Lg(e,t,n){var i=e.clipExtent&&e.clipExtent();return e.scale(150).translate([0,0]),i!=null&&e.clipExtent(null),bs(n,e.stream(Oh)),t(Oh.result()),i!=null&&e.clipExtent(i),e}function Dg(e,t,n){return Lg(e,function(i){var r=t[1][0]-t[0][0],s=t[1][1]-t[0][1],o=Math.min(r/(i[1][0]-i[0][0]),s/(i[1][1]-i[0][1])),a=+t[0][0]+(r-o*(i[1][0]+i[0][0]))/2,c=+t[0][1]+(s-o*(i[1][1]+i[0][1]))/2;e.scale(150*o).translate([a,c])},n)}function PS(e,t,n){return Dg(e,[[0,0],t],n)}function IS(e,t,n){return Lg(e,function(i){var r=+t,s=r/(i[1][0]-i[0][0]),o=(r-s*(i[1][0]+i[0][0]))/2,a=-s*i[0][1];e.scale(150*s).translate([o,a])},n)}function LS(e,t,n){return Lg(e,function(i){var r=+t,s=r/(i[1][1]-i[0][1]),o=-s*i[0][0],a=(r-s*(i[1][1]+i[0][1]))/2;e.scale(150*s).translate([o,a])},n)}var lS=16,JU=Kt(30*Ce);function uS(e,t){return+t?jU(e,t):KU(e)}function KU(e){return Wh({point:function(t,n){t=e(t,n),this.stream.point(t[0],t[1])}})}function jU(e,t){function n(i,r,s,o,a,c,l,u,h,f,d,p,_,m){var g=l-i,x=u-r,M=g*g+x*x;if(M>4*t&&_--){var v=o+f,T=a+d,b=c+p,y=Gn(v*v+T*T+b*b),S=vi(b/=y),P=fe(fe(b)-1)<Wt||fe(s-h)<Wt?(s+h)/2:Br(T,v),C=e(P,S),A=C[0],D=C[1],B=A-i,I=D-r,L=x*B-g*I;(L*L/M>t||fe((g*B+x*I)/M-.5)>.3||o*f+a*d+c*p<JU)&&(n(i,r,s,o,a,c,A,D,P,v/=y,T/=y,b,_,m),m.point(A,D),n(A,D,P,v,T,b,l,u,h,f,d,p,_,m))}}return function(i){var r,s,o,a,c,l,u,h,f,d,p,_,m={point:g,lineStart:x,lineEnd:v,polygonStart:function(){i.polygonStart(),m.lineStart=T},polygonEnd:function(){i.polygonEnd(),m.lineStart=x}};function g(S,P){S=e(S,P),i.point(S[0],S[1])}function x(){h=NaN,m.point=M,i.lineStart()}function M(S,P){var C=La([S,P]),A=e(S,P);n(h,f,u,d,p,_,h=A[0],f=A[1],u=S,d=C[0],p=C[1],_=C[2],lS,i),i.point(h,f)}function v(){m.point=g,i.lineEnd()}function T(){x(),m.point=b,m.lineEnd=y}function b(S,P){M(r=S,P),s=h,o=f,a=d,c=p,l=_,m.point=M}function y(){n(h,f,u,d,p,_,s,o,r,a,c,l,lS,i),m.lineEnd=v,v()}return m}}var QU=Wh({point:function(e,t){this.stream.point(e*Ce,t*Ce)}});function tF(e){return Wh({point:function(t,n){var i=e(t,n);return this.stream.point(i[0],i[1])}})}function eF(e,t,n,i,r){function s(o,a){return o*=i,a*=r,[t+e*o,n-e*a]}return s.invert=function(o,a){return[(o-t)/e*i,(n-a)/e*r]},s}function fS(e,t,n,i,r,s){if(!s)return eF(e,t,n,i,r);var o=Kt(s),a=Xt(s),c=o*e,l=a*e,u=o/e,h=a/e,f=(a*n-o*t)/e,d=(a*t+o*n)/e;function p(_,m){return _*=i,m*=r,[c*_-l*m+t,n-l*_-c*m]}return p.invert=function(_,m){return[i*(u*_-h*m+f),r*(d-h*_-u*m)]},p}function Ss(e){return DS(function(){return e})()}function DS(e){var t,n=150,i=480,r=250,s=0,o=0,a=0,c=0,l=0,u,h=0,f=1,d=1,p=null,_=iS,m=null,g,x,M,v=vg,T=.5,b,y,S,P,C;function A(L){return S(L[0]*Ce,L[1]*Ce)}function D(L){return L=S.invert(L[0],L[1]),L&&[L[0]*Rn,L[1]*Rn]}A.stream=function(L){return P&&C===L?P:P=QU(tF(u)(_(b(v(C=L)))))},A.preclip=function(L){return arguments.length?(_=L,p=void 0,I()):_},A.postclip=function(L){return arguments.length?(v=L,m=g=x=M=null,I()):v},A.clipAngle=function(L){return arguments.length?(_=+L?OU(p=L*Ce):(p=null,iS),I()):p*Rn},A.clipExtent=function(L){return arguments.length?(v=L==null?(m=g=x=M=null,vg):Ig(m=+L[0][0],g=+L[0][1],x=+L[1][0],M=+L[1][1]),I()):m==null?null:[[m,g],[x,M]]},A.scale=function(L){return arguments.length?(n=+L,B()):n},A.translate=function(L){return arguments.length?(i=+L[0],r=+L[1],B()):[i,r]},A.center=function(L){return arguments.length?(s=L[0]%360*Ce,o=L[1]%360*Ce,B()):[s*Rn,o*Rn]},A.rotate=function(L){return arguments.length?(a=L[0]%360*Ce,c=L[1]%360*Ce,l=L.length>2?L[2]%360*Ce:0,B()):[a*Rn,c*Rn,l*Rn]},A.angle=function(L){return arguments.length?(h=L%360*Ce,B()):h*Rn},A.reflectX=function(L){return arguments.length?(f=L?-1:1,B()):f<0},A.reflectY=function(L){return arguments.length?(d=L?-1:1,B()):d<0},A.precision=function(L){return arguments.length?(b=uS(y,T=L*L),I()):Gn(T)},A.fitExtent=function(L,k){return Dg(A,L,k)},A.fitSize=function(L,k){return PS(A,L,k)},A.fitWidth=function(L,k){return IS(A,L,k)},A.fitHeight=function(L,k){return LS(A,L,k)};function B(){var L=fS(n,0,0,f,d,h).apply(null,t(s,o)),k=fS(n,i-L[0],r-L[1],f,d,h);return u=mS(a,c,l),y=yg(t,k),S=yg(u,y),b=uS(y,T),I()}function I(){return P=C=null,A}return function(){return t=e.apply(this,arguments),A.invert=t.invert&&D,B()}}function Ng(e){var t=0,n=Qt/3,i=DS(e),r=i(t,n);return r.parallels=function(s){return arguments.length?i(t=s[0]*Ce,n=s[1]*Ce):[t*Rn,n*Rn]},r}function nF(e){var t=Kt(e);function n(i,r){return[i*t,Xt(r)/t]}return n.invert=function(i,r){return[i/t,vi(r*t)]},n}function iF(e,t){var n=Xt(e),i=(n+Xt(t))/2;if(fe(i)<Wt)return nF(e);var r=1+n*(2*i-n),s=Gn(r)/i;function o(a,c){var l=Gn(r-2*i*Xt(c))/i;return[l*Xt(a*=i),s-l*Kt(a)]}return o.invert=function(a,c){var l=s-c,u=Br(a,fe(l))*yi(l);return l*i<0&&(u-=Qt*yi(a)*yi(l)),[u/i,vi((r-(a*a+l*l)*i*i)/(2*i))]},o}function gl(){return Ng(iF).scale(155.424).center([0,33.6442])}function Ug(){return gl().parallels([29.5,45.5]).scale(1070).translate([480,250]).rotate([96,0]).center([-.6,38.7])}function rF(e){var t=e.length;return{point:function(n,i){for(var r=-1;++r<t;)e[r].point(n,i)},sphere:function(){for(var n=-1;++n<t;)e[n].sphere()},lineStart:function(){for(var n=-1;++n<t;)e[n].lineStart()},lineEnd:function(){for(var n=-1;++n<t;)e[n].lineEnd()},polygonStart:function(){for(var n=-1;++n<t;)e[n].polygonStart()},polygonEnd:function(){for(var n=-1;++n<t;)e[n].polygonEnd()}}}function NS(){var e,t,n=Ug(),i,r=gl().rotate([154,0]).center([-2,58.5]).parallels([55,65]),s,o=gl().rotate([157,0]).center([-3,19.9]).parallels([8,18]),a,c,l={point:function(f,d){c=[f,d]}};function u(f){var d=f[0],p=f[1];return c=null,i.point(d,p),c||(s.point(d,p),c)||(a.point(d,p),c)}u.invert=function(f){var d=n.scale(),p=n.translate(),_=(f[0]-p[0])/d,m=(f[1]-p[1])/d;return(m>=.12&&m<.234&&_>=-.425&&_<-.214?r:m>=.166&&m<.234&&_>=-.214&&_<-.115?o:n).invert(f)},u.stream=function(f){return e&&t===f?e:e=rF([n.stream(t=f),r.stream(f),o.stream(f)])},u.precision=function(f){return arguments.length?(n.precision(f),r.precision(f),o.precision(f),h()):n.precision()},u.scale=function(f){return arguments.length?(n.scale(f),r.scale(f*.35),o.scale(f),u.translate(n.translate())):n.scale()},u.translate=function(f){if(!arguments.length)return n.translate();var d=n.scale(),p=+f[0],_=+f[1];return i=n.translate(f).clipExtent([[p-.455*d,_-.238*d],[p+.455*d,_+.238*d]]).stream(l),s=r.translate([p-.307*d,_+.201*d]).clipExtent([[p-.425*d+Wt,_+.12*d+Wt],[p-.214*d-Wt,_+.234*d-Wt]]).stream(l),a=o.translate([p-.205*d,_+.212*d]).clipExtent([[p-.214*d+Wt,_+.166*d+Wt],[p-.115*d-Wt,_+.234*d-Wt]]).stream(l),h()},u.fitExtent=function(f,d){return Dg(u,f,d)},u.fitSize=function(f,d){return PS(u,f,d)},u.fitWidth=function(f,d){return IS(u,f,d)},u.fitHeight=function(f,d){return LS(u,f,d)};function h(){return e=t=null,u}return u.scale(1070)}function US(e){return function(t,n){var i=Kt(t),r=Kt(n),s=e(i*r);return s===1/0?[2,0]:[s*r*Xt(t),s*Xt(n)]}}function xl(e){return function(t,n){var i=Gn(t*t+n*n),r=e(i),s=Xt(r),o=Kt(r);return[Br(t*s,i*o),vi(i&&n*s/i)]}}var FS=US(function(e){return Gn(2/(1+e))});FS.invert=xl(function(e){return 2*vi(e/2)});function OS(){return Ss(FS).scale(124.75).clipAngle(180-.001)}var BS=US(function(e){return(e=pS(e))&&e/Xt(e)});BS.invert=xl(function(e){return e});function kS(){return Ss(BS).scale(79.4188).clipAngle(180-.001)}function Xh(e,t){return[e,Lh(Pg((Re+t)/2))]}Xh.invert=function(e,t){return[e,2*Na(dS(t))-Re]};function zS(){return GS(Xh).scale(961/oi)}function GS(e){var t=Ss(e),n=t.center,i=t.scale,r=t.translate,s=t.clipExtent,o=null,a,c,l;t.scale=function(h){return arguments.length?(i(h),u()):i()},t.translate=function(h){return arguments.length?(r(h),u()):r()},t.center=function(h){return arguments.length?(n(h),u()):n()},t.clipExtent=function(h){return arguments.length?(h==null?o=a=c=l=null:(o=+h[0][0],a=+h[0][1],c=+h[1][0],l=+h[1][1]),u()):o==null?null:[[o,a],[c,l]]};function u(){var h=Qt*i(),f=t(RU(t.rotate()).invert([0,0]));return s(o==null?[[f[0]-h,f[1]-h],[f[0]+h,f[1]+h]]:e===Xh?[[Math.max(f[0]-h,o),a],[Math.min(f[0]+h,c),l]]:[[o,Math.max(f[1]-h,a)],[c,Math.min(f[1]+h,l)]])}return u()}function Ph(e){return Pg((Re+e)/2)}function sF(e,t){var n=Kt(e),i=e===t?Xt(e):Lh(n/Kt(t))/Lh(Ph(t)/Ph(e)),r=n*ug(Ph(e),i)/i;if(!i)return Xh;function s(o,a){r>0?a<-Re+Wt&&(a=-Re+Wt):a>Re-Wt&&(a=Re-Wt);var c=r/ug(Ph(a),i);return[c*Xt(i*o),r-c*Kt(i*o)]}return s.invert=function(o,a){var c=r-a,l=yi(i)*Gn(o*o+c*c),u=Br(o,fe(c))*yi(c);return c*i<0&&(u-=Qt*yi(o)*yi(c)),[u/i,2*Na(ug(r/l,1/i))-Re]},s}function VS(){return Ng(sF).scale(109.5).parallels([30,30])}function Vh(e,t){return[e,t]}Vh.invert=Vh;function HS(){return Ss(Vh).scale(152.63)}function oF(e,t){var n=Kt(e),i=e===t?Xt(e):(n-Kt(t))/(t-e),r=n/i+e;if(fe(i)<Wt)return Vh;function s(o,a){var c=r-a,l=i*o;return[c*Xt(l),r-c*Kt(l)]}return s.invert=function(o,a){var c=r-a,l=Br(o,fe(c))*yi(c);return c*i<0&&(l-=Qt*yi(o)*yi(c)),[l/i,r-yi(i)*Gn(o*o+c*c)]},s}function WS(){return Ng(oF).scale(131.154).center([0,13.9389])}var ul=1.340264,fl=-.081106,hl=893e-6,dl=.003796,Hh=Gn(3)/2,aF=12;function XS(e,t){var n=vi(Hh*Xt(t)),i=n*n,r=i*i*i;return[e*Kt(n)/(Hh*(ul+3*fl*i+r*(7*hl+9*dl*i))),n*(ul+fl*i+r*(hl+dl*i))]}XS.invert=function(e,t){for(var n=t,i=n*n,r=i*i*i,s=0,o,a,c;s<aF&&(a=n*(ul+fl*i+r*(hl+dl*i))-t,c=ul+3*fl*i+r*(7*hl+9*dl*i),n-=o=a/c,i=n*n,r=i*i*i,!(fe(o)<hS));++s);return[Hh*e*(ul+3*fl*i+r*(7*hl+9*dl*i))/Kt(n),vi(Xt(n)/Hh)]};function $S(){return Ss(XS).scale(177.158)}function YS(e,t){var n=Kt(t),i=Kt(e)*n;return[n*Xt(e)/i,Xt(t)/i]}YS.invert=xl(Na);function qS(){return Ss(YS).scale(144.049).clipAngle(60)}function cF(e,t){var n=t*t,i=n*n;return[e*(.8707-.131979*n+i*(-.013791+i*(.003971*n-.001529*i))),t*(1.007226+n*(.015085+i*(-.044475+.028874*n-.005916*i)))]}cF.invert=function(e,t){var n=t,i=25,r;do{var s=n*n,o=s*s;n-=r=(n*(1.007226+s*(.015085+o*(-.044475+.028874*s-.005916*o)))-t)/(1.007226+s*(.015085*3+o*(-.044475*7+.028874*9*s-.005916*11*o)))}while(fe(r)>Wt&&--i>0);return[e/(.8707+(s=n*n)*(-.131979+s*(-.013791+s*s*s*(.003971-.001529*s)))),n]};function ZS(e,t){return[Kt(t)*Xt(e),Xt(t)]}ZS.invert=xl(vi);function JS(){return Ss(ZS).scale(249.5).clipAngle(90+Wt)}function KS(e,t){var n=Kt(t),i=1+Kt(e)*n;return[n*Xt(e)/i,Xt(t)/i]}KS.invert=xl(function(e){return 2*Na(e)});function jS(){return Ss(KS).scale(250).clipAngle(142)}function QS(e,t){return[Lh(Pg((Re+t)/2)),-e]}QS.invert=function(e,t){return[-t,2*Na(dS(e))-Re]};function tM(){var e=GS(QS),t=e.center,n=e.rotate;return e.center=function(i){return arguments.length?t([-i[1],i[0]]):(i=t(),[i[1],-i[0]])},e.rotate=function(i){return arguments.length?n([i[0],i[1],i.length>2?i[2]+90:90]):(i=n(),[i[0],i[1],i[2]-90])},n([0,0,90]).scale(159.155)}var Fg=new Date,Og=new Date;function Ve(e,t,n,i){function r(s){return e(s=arguments.length===0?new Date:new Date(+s)),s}return r.floor=s=>(e(s=new Date(+s)),s),r.ceil=s=>(e(s=new Date(s-1)),t(s,1),e(s),s),r.round=s=>{let o=r(s),a=r.ceil(s);return s-o<a-s?o:a},r.offset=(s,o)=>(t(s=new Date(+s),o==null?1:Math.floor(o)),s),r.range=(s,o,a)=>{let c=[];if(s=r.ceil(s),a=a==null?1:Math.floor(a),!(s<o)||!(a>0))return c;let l;do c.push(l=new Date(+s)),t(s,a),e(s);while(l<s&&s<o);return c},r.filter=s=>Ve(o=>{if(o>=o)for(;e(o),!s(o);)o.setTime(o-1)},(o,a)=>{if(o>=o)if(a<0)for(;++a<=0;)for(;t(o,-1),!s(o););else for(;--a>=0;)for(;t(o,1),!s(o););}),n&&(r.count=(s,o)=>(Fg.setTime(+s),Og.setTime(+o),e(Fg),e(Og),Math.floor(n(Fg,Og))),r.every=s=>(s=Math.floor(s),!isFinite(s)||!(s>0)?null:s>1?r.filter(i?o=>i(o)%s===0:o=>r.count(0,o)%s===0):r)),r}var $h=Ve(()=>{},(e,t)=>{e.setTime(+e+t)},(e,t)=>t-e);$h.every=e=>(e=Math.floor(e),!isFinite(e)||!(e>0)?null:e>1?Ve(t=>{t.setTime(Math.floor(t/e)*e)},(t,n)=>{t.setTime(+t+n*e)},(t,n)=>(n-t)/e):$h);var g9=$h.range,kr=1e3,bi=kr*60,zr=bi*60,Gr=zr*24,kg=Gr*7,eM=Gr*30,Bg=Gr*365,Pn=Ve(e=>{e.setTime(e-e.getMilliseconds())},(e,t)=>{e.setTime(+e+t*kr)},(e,t)=>(t-e)/kr,e=>e.getUTCSeconds()),_9=Pn.range,lo=Ve(e=>{e.setTime(e-e.getMilliseconds()-e.getSeconds()*kr)},(e,t)=>{e.setTime(+e+t*bi)},(e,t)=>(t-e)/bi,e=>e.getMinutes()),y9=lo.range,uo=Ve(e=>{e.setUTCSeconds(0,0)},(e,t)=>{e.setTime(+e+t*bi)},(e,t)=>(t-e)/bi,e=>e.getUTCMinutes()),x9=uo.range,fo=Ve(e=>{e.setTime(e-e.getMilliseconds()-e.getSeconds()*kr-e.getMinutes()*bi)},(e,t)=>{e.setTime(+e+t*zr)},(e,t)=>(t-e)/zr,e=>e.getHours()),v9=fo.range,ho=Ve(e=>{e.setUTCMinutes(0,0,0)},(e,t)=>{e.setTime(+e+t*zr)},(e,t)=>(t-e)/zr,e=>e.getUTCHours()),b9=ho.range,lr=Ve(e=>e.setHours(0,0,0,0),(e,t)=>e.setDate(e.getDate()+t),(e,t)=>(t-e-(t.getTimezoneOffset()-e.getTimezoneOffset())*bi)/Gr,e=>e.getDate()-1),S9=lr.range,Ua=Ve(e=>{e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCDate(e.getUTCDate()+t)},(e,t)=>(t-e)/Gr,e=>e.getUTCDate()-1),M9=Ua.range,vl=Ve(e=>{e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCDate(e.getUTCDate()+t)},(e,t)=>(t-e)/Gr,e=>Math.floor(e/Gr)),w9=vl.range;function po(e){return Ve(t=>{t.setDate(t.getDate()-(t.getDay()+7-e)%7),t.setHours(0,0,0,0)},(t,n)=>{t.setDate(t.getDate()+n*7)},(t,n)=>(n-t-(n.getTimezoneOffset()-t.getTimezoneOffset())*bi)/kg)}var ur=po(0),mo=po(1),zg=po(2),Gg=po(3),Vr=po(4),Vg=po(5),Hg=po(6),T9=ur.range,E9=mo.range,A9=zg.range,C9=Gg.range,R9=Vr.range,P9=Vg.range,I9=Hg.range;function go(e){return Ve(t=>{t.setUTCDate(t.getUTCDate()-(t.getUTCDay()+7-e)%7),t.setUTCHours(0,0,0,0)},(t,n)=>{t.setUTCDate(t.getUTCDate()+n*7)},(t,n)=>(n-t)/kg)}var fr=go(0),_o=go(1),Wg=go(2),Xg=go(3),Hr=go(4),$g=go(5),Yg=go(6),L9=fr.range,D9=_o.range,N9=Wg.range,U9=Xg.range,F9=Hr.range,O9=$g.range,B9=Yg.range,yo=Ve(e=>{e.setDate(1),e.setHours(0,0,0,0)},(e,t)=>{e.setMonth(e.getMonth()+t)},(e,t)=>t.getMonth()-e.getMonth()+(t.getFullYear()-e.getFullYear())*12,e=>e.getMonth()),k9=yo.range,xo=Ve(e=>{e.setUTCDate(1),e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCMonth(e.getUTCMonth()+t)},(e,t)=>t.getUTCMonth()-e.getUTCMonth()+(t.getUTCFullYear()-e.getUTCFullYear())*12,e=>e.getUTCMonth()),z9=xo.range,Vn=Ve(e=>{e.setMonth(0,1),e.setHours(0,0,0,0)},(e,t)=>{e.setFullYear(e.getFullYear()+t)},(e,t)=>t.getFullYear()-e.getFullYear(),e=>e.getFullYear());Vn.every=e=>!isFinite(e=Math.floor(e))||!(e>0)?null:Ve(t=>{t.setFullYear(Math.floor(t.getFullYear()/e)*e),t.setMonth(0,1),t.setHours(0,0,0,0)},(t,n)=>{t.setFullYear(t.getFullYear()+n*e)});var G9=Vn.range,Hn=Ve(e=>{e.setUTCMonth(0,1),e.setUTCHours(0,0,0,0)},(e,t)=>{e.setUTCFullYear(e.getUTCFullYear()+t)},(e,t)=>t.getUTCFullYear()-e.getUTCFullYear(),e=>e.getUTCFullYear());Hn.every=e=>!isFinite(e=Math.floor(e))||!(e>0)?null:Ve(t=>{t.setUTCFullYear(Math.floor(t.getUTCFullYear()/e)*e),t.setUTCMonth(0,1),t.setUTCHours(0,0,0,0)},(t,n)=>{t.setUTCFullYear(t.getUTCFullYear()+n*e)});var V9=Hn.range;function nM(e,t,n,i,r,s){let o=[[Pn,1,kr],[Pn,5,5*kr],[Pn,15,15*kr],[Pn,30,30*kr],[s,1,bi],[s,5,5*bi],[s,15,15*bi],[s,30,30*bi],[r,1,zr],[r,3,3*zr],[r,6,6*zr],[r,12,12*zr],[i,1,Gr],[i,2,2*Gr],[n,1,kg],[t,1,eM],[t,3,3*eM],[e,1,Bg]];function a(l,u,h){let f=u<l;f&&([l,u]=[u,l]);let d=h&&typeof h.range=="function"?h:c(l,u,h),p=d?d.range(l,+u+1):[];return f?p.reverse():p}function c(l,u,h){let f=Math.abs(u-l)/h,d=ya(([,,m])=>m).right(o,f);if(d===o.length)return e.every(jc(l/Bg,u/Bg,h));if(d===0)return $h.every(Math.max(jc(l,u,h),1));let[p,_]=o[f/o[d-1][2]<o[d][2]/f?d-1:d];return p.every(_)}return[a,c]}var[iM,Yh]=nM(Hn,xo,fr,vl,ho,uo),[rM,sM]=nM(Vn,yo,ur,lr,fo,lo);function qg(e){if(0<=e.y&&e.y<100){var t=new Date(-1,e.m,e.d,e.H,e.M,e.S,e.L);return t.setFullYear(e.y),t}return new Date(e.y,e.m,e.d,e.H,e.M,e.S,e.L)}function Zg(e){if(0<=e.y&&e.y<100){var t=new Date(Date.UTC(-1,e.m,e.d,e.H,e.M,e.S,e.L));return t.setUTCFullYear(e.y),t}return new Date(Date.UTC(e.y,e.m,e.d,e.H,e.M,e.S,e.L))}function bl(e,t,n){return{y:e,m:t,d:n,H:0,M:0,S:0,L:0}}function lF(e){var t=e.dateTime,n=e.date,i=e.time,r=e.periods,s=e.days,o=e.shortDays,a=e.months,c=e.shortMonths,l=Sl(r),u=Ml(r),h=Sl(s),f=Ml(s),d=Sl(o),p=Ml(o),_=Sl(a),m=Ml(a),g=Sl(c),x=Ml(c),M={a:z,A:Z,b:U,B:V,c:null,d:fM,e:fM,f:LF,g:VF,G:WF,H:RF,I:PF,j:IF,L:gM,m:DF,M:NF,p:Y,q:st,Q:pM,s:mM,S:UF,u:FF,U:OF,V:BF,w:kF,W:zF,x:null,X:null,y:GF,Y:HF,Z:XF,"%":dM},v={a:ct,A:X,b:at,B:ft,c:null,d:hM,e:hM,f:ZF,g:sO,G:aO,H:$F,I:YF,j:qF,L:yM,m:JF,M:KF,p:ot,q:rt,Q:pM,s:mM,S:jF,u:QF,U:tO,V:eO,w:nO,W:iO,x:null,X:null,y:rO,Y:oO,Z:cO,"%":dM},T={a:C,A,b:D,B,c:I,d:lM,e:lM,f:TF,g:cM,G:aM,H:uM,I:uM,j:bF,L:wF,m:vF,M:SF,p:P,q:xF,Q:AF,s:CF,S:MF,u:pF,U:mF,V:gF,w:dF,W:_F,x:L,X:k,y:cM,Y:aM,Z:yF,"%":EF};M.x=b(n,M),M.X=b(i,M),M.c=b(t,M),v.x=b(n,v),v.X=b(i,v),v.c=b(t,v);function b(J,gt){return function(lt){var K=[],Pt=-1,pt=0,Ft=J.length,Gt,oe,re;for(lt instanceof Date||(lt=new Date(+lt));++Pt<Ft;)J.charCodeAt(Pt)===37&&(K.push(J.slice(pt,Pt)),(oe=oM[Gt=J.charAt(++Pt)])!=null?Gt=J.charAt(++Pt):oe=Gt==="e"?" ":"0",(re=gt[Gt])&&(Gt=re(lt,oe)),K.push(Gt),pt=Pt+1);return K.push(J.slice(pt,Pt)),K.join("")}}function y(J,gt){return function(lt){var K=bl(1900,void 0,1),Pt=S(K,J,lt+="",0),pt,Ft;if(Pt!=lt.length)return null;if("Q"in K)return new Date(K.Q);if("s"in K)return new Date(K.s*1e3+("L"in K?K.L:0));if(gt&&!("Z"in K)&&(K.Z=0),"p"in K&&(K.H=K.H%12+K.p*12),K.m===void 0&&(K.m="q"in K?K.q:0),"V"in K){if(K.V<1||K.V>53)return null;"w"in K||(K.w=1),"Z"in K?(pt=Zg(bl(K.y,0,1)),Ft=pt.getUTCDay(),pt=Ft>4||Ft===0?_o.ceil(pt):_o(pt),pt=Ua.offset(pt,(K.V-1)*7),K.y=pt.getUTCFullYear(),K.m=pt.getUTCMonth(),K.d=pt.getUTCDate()+(K.w+6)%7):(pt=qg(bl(K.y,0,1)),Ft=pt.getDay(),pt=Ft>4||Ft===0?mo.ceil(pt):mo(pt),pt=lr.offset(pt,(K.V-1)*7),K.y=pt.getFullYear(),K.m=pt.getMonth(),K.d=pt.getDate()+(K.w+6)%7)}else("W"in K||"U"in K)&&("w"in K||(K.w="u"in K?K.u%7:"W"in K?1:0),Ft="Z"in K?Zg(bl(K.y,0,1)).getUTCDay():qg(bl(K.y,0,1)).getDay(),K.m=0,K.d="W"in K?(K.w+6)%7+K.W*7-(Ft+5)%7:K.w+K.U*7-(Ft+6)%7);return"Z"in K?(K.H+=K.Z/100|0,K.M+=K.Z%100,Zg(K)):qg(K)}}function S(J,gt,lt,K){for(var Pt=0,pt=gt.length,Ft=lt.length,Gt,oe;Pt<pt;){if(K>=Ft)return-1;if(Gt=gt.charCodeAt(Pt++),Gt===37){if(Gt=gt.charAt(Pt++),oe=T[Gt in oM?gt.charAt(Pt++):Gt],!oe||(K=oe(J,lt,K))<0)return-1}else if(Gt!=lt.charCodeAt(K++))return-1}return K}function P(J,gt,lt){var K=l.exec(gt.slice(lt));return K?(J.p=u.get(K[0].toLowerCase()),lt+K[0].length):-1}function C(J,gt,lt){var K=d.exec(gt.slice(lt));return K?(J.w=p.get(K[0].toLowerCase()),lt+K[0].length):-1}function A(J,gt,lt){var K=h.exec(gt.slice(lt));return K?(J.w=f.get(K[0].toLowerCase()),lt+K[0].length):-1}function D(J,gt,lt){var K=g.exec(gt.slice(lt));return K?(J.m=x.get(K[0].toLowerCase()),lt+K[0].length):-1}function B(J,gt,lt){var K=_.exec(gt.slice(lt));return K?(J.m=m.get(K[0].toLowerCase()),lt+K[0].length):-1}function I(J,gt,lt){return S(J,t,gt,lt)}function L(J,gt,lt){return S(J,n,gt,lt)}function k(J,gt,lt){return S(J,i,gt,lt)}function z(J){return o[J.getDay()]}function Z(J){return s[J.getDay()]}function U(J){return c[J.getMonth()]}function V(J){return a[J.getMonth()]}function Y(J){return r[+(J.getHours()>=12)]}function st(J){return 1+~~(J.getMonth()/3)}function ct(J){return o[J.getUTCDay()]}function X(J){return s[J.getUTCDay()]}function at(J){return c[J.getUTCMonth()]}function ft(J){return a[J.getUTCMonth()]}function ot(J){return r[+(J.getUTCHours()>=12)]}function rt(J){return 1+~~(J.getUTCMonth()/3)}return{format:function(J){var gt=b(J+="",M);return gt.toString=function(){return J},gt},parse:function(J){var gt=y(J+="",!1);return gt.toString=function(){return J},gt},utcFormat:function(J){var gt=b(J+="",v);return gt.toString=function(){return J},gt},utcParse:function(J){var gt=y(J+="",!0);return gt.toString=function(){return J},gt}}}var oM={"-":"",_:" ",0:"0"},tn=/^\s*\d+/,uF=/^%/,fF=/[\\^$*+?|[\]().{}]/g;function se(e,t,n){var i=e<0?"-":"",r=(i?-e:e)+"",s=r.length;return i+(s<n?new Array(n-s+1).join(t)+r:r)}function hF(e){return e.replace(fF,"\\$&")}function Sl(e){return new RegExp("^(?:"+e.map(hF).join("|")+")","i")}function Ml(e){return new Map(e.map((t,n)=>[t.toLowerCase(),n]))}function dF(e,t,n){var i=tn.exec(t.slice(n,n+1));return i?(e.w=+i[0],n+i[0].length):-1}function pF(e,t,n){var i=tn.exec(t.slice(n,n+1));return i?(e.u=+i[0],n+i[0].length):-1}function mF(e,t,n){var i=tn.exec(t.slice(n,n+2));return i?(e.U=+i[0],n+i[0].length):-1}function gF(e,t,n){var i=tn.exec(t.slice(n,n+2));return i?(e.V=+i[0],n+i[0].length):-1}function _F(e,t,n){var i=tn.exec(t.slice(n,n+2));return i?(e.W=+i[0],n+i[0].length):-1}function aM(e,t,n){var i=tn.exec(t.slice(n,n+4));return i?(e.y=+i[0],n+i[0].length):-1}function cM(e,t,n){var i=tn.exec(t.slice(n,n+2));return i?(e.y=+i[0]+(+i[0]>68?1900:2e3),n+i[0].length):-1}function yF(e,t,n){var i=/^(Z)|([+-]\d\d)(?::?(\d\d))?/.exec(t.slice(n,n+6));return i?(e.Z=i[1]?0:-(i[2]+(i[3]||"00")),n+i[0].length):-1}function xF(e,t,n){var i=tn.exec(t.slice(n,n+1));return i?(e.q=i[0]*3-3,n+i[0].length):-1}function vF(e,t,n){var i=tn.exec(t.slice(n,n+2));return i?(e.m=i[0]-1,n+i[0].length):-1}function lM(e,t,n){var i=tn.exec(t.slice(n,n+2));return i?(e.d=+i[0],n+i[0].length):-1}function bF(e,t,n){var i=tn.exec(t.slice(n,n+3));return i?(e.m=0,e.d=+i[0],n+i[0].length):-1}function uM(e,t,n){var i=tn.exec(t.slice(n,n+2));return i?(e.H=+i[0],n+i[0].length):-1}function SF(e,t,n){var i=tn.exec(t.slice(n,n+2));return i?(e.M=+i[0],n+i[0].length):-1}function MF(e,t,n){var i=tn.exec(t.slice(n,n+2));return i?(e.S=+i[0],n+i[0].length):-1}function wF(e,t,n){var i=tn.exec(t.slice(n,n+3));return i?(e.L=+i[0],n+i[0].length):-1}function TF(e,t,n){var i=tn.exec(t.slice(n,n+6));return i?(e.L=Math.floor(i[0]/1e3),n+i[0].length):-1}function EF(e,t,n){var i=uF.exec(t.slice(n,n+1));return i?n+i[0].length:-1}function AF(e,t,n){var i=tn.exec(t.slice(n));return i?(e.Q=+i[0],n+i[0].length):-1}function CF(e,t,n){var i=tn.exec(t.slice(n));return i?(e.s=+i[0],n+i[0].length):-1}function fM(e,t){return se(e.getDate(),t,2)}function RF(e,t){return se(e.getHours(),t,2)}function PF(e,t){return se(e.getHours()%12||12,t,2)}function IF(e,t){return se(1+lr.count(Vn(e),e),t,3)}function gM(e,t){return se(e.getMilliseconds(),t,3)}function LF(e,t){return gM(e,t)+"000"}function DF(e,t){return se(e.getMonth()+1,t,2)}function NF(e,t){return se(e.getMinutes(),t,2)}function UF(e,t){return se(e.getSeconds(),t,2)}function FF(e){var t=e.getDay();return t===0?7:t}function OF(e,t){return se(ur.count(Vn(e)-1,e),t,2)}function _M(e){var t=e.getDay();return t>=4||t===0?Vr(e):Vr.ceil(e)}function BF(e,t){return e=_M(e),se(Vr.count(Vn(e),e)+(Vn(e).getDay()===4),t,2)}function kF(e){return e.getDay()}function zF(e,t){return se(mo.count(Vn(e)-1,e),t,2)}function GF(e,t){return se(e.getFullYear()%100,t,2)}function VF(e,t){return e=_M(e),se(e.getFullYear()%100,t,2)}function HF(e,t){return se(e.getFullYear()%1e4,t,4)}function WF(e,t){var n=e.getDay();return e=n>=4||n===0?Vr(e):Vr.ceil(e),se(e.getFullYear()%1e4,t,4)}function XF(e){var t=e.getTimezoneOffset();return(t>0?"-":(t*=-1,"+"))+se(t/60|0,"0",2)+se(t%60,"0",2)}function hM(e,t){return se(e.getUTCDate(),t,2)}function $F(e,t){return se(e.getUTCHours(),t,2)}function YF(e,t){return se(e.getUTCHours()%12||12,t,2)}function qF(e,t){return se(1+Ua.count(Hn(e),e),t,3)}function yM(e,t){return se(e.getUTCMilliseconds(),t,3)}function ZF(e,t){return yM(e,t)+"000"}function JF(e,t){return se(e.getUTCMonth()+1,t,2)}function KF(e,t){return se(e.getUTCMinutes(),t,2)}function jF(e,t){return se(e.getUTCSeconds(),t,2)}function QF(e){var t=e.getUTCDay();return t===0?7:t}function tO(e,t){return se(fr.count(Hn(e)-1,e),t,2)}function xM(e){var t=e.getUTCDay();return t>=4||t===0?Hr(e):Hr.ceil(e)}function eO(e,t){return e=xM(e),se(Hr.count(Hn(e),e)+(Hn(e).getUTCDay()===4),t,2)}function nO(e){return e.getUTCDay()}function iO(e,t){return se(_o.count(Hn(e)-1,e),t,2)}function rO(e,t){return se(e.getUTCFullYear()%100,t,2)}function sO(e,t){return e=xM(e),se(e.getUTCFullYear()%100,t,2)}function oO(e,t){return se(e.getUTCFullYear()%1e4,t,4)}function aO(e,t){var n=e.getUTCDay();return e=n>=4||n===0?Hr(e):Hr.ceil(e),se(e.getUTCFullYear()%1e4,t,4)}function cO(){return"+0000"}function dM(){return"%"}function pM(e){return+e}function mM(e){return Math.floor(+e/1e3)}var Fa,wl,lO,hr,vM;uO({dateTime:"%x, %X",date:"%-m/%-d/%Y",time:"%-I:%M:%S %p",periods:["AM","PM"],days:["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"],shortDays:["Sun","Mon","Tue","Wed","Thu","Fri","Sat"],months:["January","February","March","April","May","June","July","August","September","October","November","December"],shortMonths:["Jan","Feb","Mar","Apr","May","Jun","Jul","Aug","Sep","Oct","Nov","Dec"]});function uO(e){return Fa=lF(e),wl=Fa.format,lO=Fa.parse,hr=Fa.utcFormat,vM=Fa.utcParse,Fa}var bM="%Y-%m-%dT%H:%M:%S.%LZ";function fO(e){return e.toISOString()}var X9=Date.prototype.toISOString?fO:hr(bM);function hO(e){var t=new Date(e);return isNaN(t)?null:t}var $9=+new Date("2000-01-01T00:00:00.000Z")?hO:vM(bM);function dr(e,t){switch(arguments.length){case 0:break;case 1:this.range(e);break;default:this.range(t).domain(e);break}return this}function Zh(e,t){switch(arguments.length){case 0:break;case 1:{typeof e=="function"?this.interpolator(e):this.range(e);break}default:{this.domain(e),typeof t=="function"?this.interpolator(t):this.range(t);break}}return this}var qh=Symbol("implicit");function Jh(){var e=new di,t=[],n=[],i=qh;function r(s){let o=e.get(s);if(o===void 0){if(i!==qh)return i;e.set(s,o=t.push(s)-1)}return n[o%n.length]}return r.domain=function(s){if(!arguments.length)return t.slice();t=[],e=new di;for(let o of s)e.has(o)||e.set(o,t.push(o)-1);return r},r.range=function(s){return arguments.length?(n=Array.from(s),r):n.slice()},r.unknown=function(s){return arguments.length?(i=s,r):i},r.copy=function(){return Jh(t,n).unknown(i)},dr.apply(r,arguments),r}function Oa(){var e=Jh().unknown(void 0),t=e.domain,n=e.range,i=0,r=1,s,o,a=!1,c=0,l=0,u=.5;delete e.unknown;function h(){var f=t().length,d=r<i,p=d?r:i,_=d?i:r;s=(_-p)/Math.max(1,f-c+l*2),a&&(s=Math.floor(s)),p+=(_-p-s*(f-c))*u,o=s*(1-c),a&&(p=Math.round(p),o=Math.round(o));var m=va(f).map(function(g){return p+s*g});return n(d?m.reverse():m)}return e.domain=function(f){return arguments.length?(t(f),h()):t()},e.range=function(f){return arguments.length?([i,r]=f,i=+i,r=+r,h()):[i,r]},e.rangeRound=function(f){return[i,r]=f,i=+i,r=+r,a=!0,h()},e.bandwidth=function(){return o},e.step=function(){return s},e.round=function(f){return arguments.length?(a=!!f,h()):a},e.padding=function(f){return arguments.length?(c=Math.min(1,l=+f),h()):c},e.paddingInner=function(f){return arguments.length?(c=Math.min(1,f),h()):c},e.paddingOuter=function(f){return arguments.length?(l=+f,h()):l},e.align=function(f){return arguments.length?(u=Math.max(0,Math.min(1,f)),h()):u},e.copy=function(){return Oa(t(),[i,r]).round(a).paddingInner(c).paddingOuter(l).align(u)},dr.apply(h(),arguments)}function RM(e){var t=e.copy;return e.padding=e.paddingOuter,delete e.paddingInner,delete e.paddingOuter,e.copy=function(){return RM(t())},e}function PM(){return RM(Oa.apply(null,arguments).paddingInner(1))}function dO(e){return function(){return e}}function Jg(e){return+e}var SM=[0,1];function Si(e){return e}function Kg(e,t){return(t-=e=+e)?function(n){return(n-e)/t}:dO(isNaN(t)?NaN:.5)}function pO(e,t){var n;return e>t&&(n=e,e=t,t=n),function(i){return Math.max(e,Math.min(t,i))}}function mO(e,t,n){var i=e[0],r=e[1],s=t[0],o=t[1];return r<i?(i=Kg(r,i),s=n(o,s)):(i=Kg(i,r),s=n(s,o)),function(a){return s(i(a))}}function gO(e,t,n){var i=Math.min(e.length,t.length)-1,r=new Array(i),s=new Array(i),o=-1;for(e[i]<e[0]&&(e=e.slice().reverse(),t=t.slice().reverse());++o<i;)r[o]=Kg(e[o],e[o+1]),s[o]=n(t[o],t[o+1]);return function(a){var c=xa(e,a,1,i)-1;return s[c](r[c](a))}}function Tl(e,t){return t.domain(e.domain()).range(e.range()).interpolate(e.interpolate()).clamp(e.clamp()).unknown(e.unknown())}function Kh(){var e=SM,t=SM,n=Ca,i,r,s,o=Si,a,c,l;function u(){var f=Math.min(e.length,t.length);return o!==Si&&(o=pO(e[0],e[f-1])),a=f>2?gO:mO,c=l=null,h}function h(f){return f==null||isNaN(f=+f)?s:(c||(c=a(e.map(i),t,n)))(i(o(f)))}return h.invert=function(f){return o(r((l||(l=a(t,e.map(i),Ge)))(f)))},h.domain=function(f){return arguments.length?(e=Array.from(f,Jg),u()):e.slice()},h.range=function(f){return arguments.length?(t=Array.from(f),u()):t.slice()},h.rangeRound=function(f){return t=Array.from(f),n=il,u()},h.clamp=function(f){return arguments.length?(o=f?!0:Si,u()):o!==Si},h.interpolate=function(f){return arguments.length?(n=f,u()):n},h.unknown=function(f){return arguments.length?(s=f,h):s},function(f,d){return i=f,r=d,u()}}function IM(){return Kh()(Si,Si)}function _O(e,t,n,i){var r=jc(e,t,n),s;switch(i=Pa(i??",f"),i.type){case"s":{var o=Math.max(Math.abs(e),Math.abs(t));return i.precision==null&&!isNaN(s=$1(r,o))&&(i.precision=s),lg(i,o)}case"":case"e":case"g":case"p":case"r":{i.precision==null&&!isNaN(s=Y1(r,Math.max(Math.abs(e),Math.abs(t))))&&(i.precision=s-(i.type==="e"));break}case"f":case"%":{i.precision==null&&!isNaN(s=X1(r))&&(i.precision=s-(i.type==="%")*2);break}}return or(i)}function El(e){var t=e.domain;return e.ticks=function(n){var i=t();return _s(i[0],i[i.length-1],n??10)},e.tickFormat=function(n,i){var r=t();return _O(r[0],r[r.length-1],n??10,i)},e.nice=function(n){n==null&&(n=10);var i=t(),r=0,s=i.length-1,o=i[r],a=i[s],c,l,u=10;for(a<o&&(l=o,o=a,a=l,l=r,r=s,s=l);u-- >0;){if(l=_a(o,a,n),l===c)return i[r]=o,i[s]=a,t(i);if(l>0)o=Math.floor(o/l)*l,a=Math.ceil(a/l)*l;else if(l<0)o=Math.ceil(o*l)/l,a=Math.floor(a*l)/l;else break;c=l}return e},e}function Al(){var e=IM();return e.copy=function(){return Tl(e,Al())},dr.apply(e,arguments),El(e)}function jg(e){var t;function n(i){return i==null||isNaN(i=+i)?t:i}return n.invert=n,n.domain=n.range=function(i){return arguments.length?(e=Array.from(i,Jg),n):e.slice()},n.unknown=function(i){return arguments.length?(t=i,n):t},n.copy=function(){return jg(e).unknown(t)},e=arguments.length?Array.from(e,Jg):[0,1],El(n)}function LM(e,t){e=e.slice();var n=0,i=e.length-1,r=e[n],s=e[i],o;return s<r&&(o=n,n=i,i=o,o=r,r=s,s=o),e[n]=t.floor(r),e[i]=t.ceil(s),e}function MM(e){return Math.log(e)}function wM(e){return Math.exp(e)}function yO(e){return-Math.log(-e)}function xO(e){return-Math.exp(-e)}function vO(e){return isFinite(e)?+("1e"+e):e<0?0:e}function bO(e){return e===10?vO:e===Math.E?Math.exp:t=>Math.pow(e,t)}function SO(e){return e===Math.E?Math.log:e===10&&Math.log10||e===2&&Math.log2||(e=Math.log(e),t=>Math.log(t)/e)}function TM(e){return(t,n)=>-e(-t,n)}function DM(e){let t=e(MM,wM),n=t.domain,i=10,r,s;function o(){return r=SO(i),s=bO(i),n()[0]<0?(r=TM(r),s=TM(s),e(yO,xO)):e(MM,wM),t}return t.base=function(a){return arguments.length?(i=+a,o()):i},t.domain=function(a){return arguments.length?(n(a),o()):n()},t.ticks=a=>{let c=n(),l=c[0],u=c[c.length-1],h=u<l;h&&([l,u]=[u,l]);let f=r(l),d=r(u),p,_,m=a==null?10:+a,g=[];if(!(i%1)&&d-f<m){if(f=Math.floor(f),d=Math.ceil(d),l>0){for(;f<=d;++f)for(p=1;p<i;++p)if(_=f<0?p/s(-f):p*s(f),!(_<l)){if(_>u)break;g.push(_)}}else for(;f<=d;++f)for(p=i-1;p>=1;--p)if(_=f>0?p/s(-f):p*s(f),!(_<l)){if(_>u)break;g.push(_)}g.length*2<m&&(g=_s(l,u,m))}else g=_s(f,d,Math.min(d-f,m)).map(s);return h?g.reverse():g},t.tickFormat=(a,c)=>{if(a==null&&(a=10),c==null&&(c=i===10?"s":","),typeof c!="function"&&(!(i%1)&&(c=Pa(c)).precision==null&&(c.trim=!0),c=or(c)),a===1/0)return c;let l=Math.max(1,i*a/t.ticks().length);return u=>{let h=u/s(Math.round(r(u)));return h*i<i-.5&&(h*=i),h<=l?c(u):""}},t.nice=()=>n(LM(n(),{floor:a=>s(Math.floor(r(a))),ceil:a=>s(Math.ceil(r(a)))})),t}function Qg(){let e=DM(Kh()).domain([1,10]);return e.copy=()=>Tl(e,Qg()).base(e.base()),dr.apply(e,arguments),e}function EM(e){return function(t){return Math.sign(t)*Math.log1p(Math.abs(t/e))}}function AM(e){return function(t){return Math.sign(t)*Math.expm1(Math.abs(t))*e}}function NM(e){var t=1,n=e(EM(t),AM(t));return n.constant=function(i){return arguments.length?e(EM(t=+i),AM(t)):t},El(n)}function t0(){var e=NM(Kh());return e.copy=function(){return Tl(e,t0()).constant(e.constant())},dr.apply(e,arguments)}function CM(e){return function(t){return t<0?-Math.pow(-t,e):Math.pow(t,e)}}function MO(e){return e<0?-Math.sqrt(-e):Math.sqrt(e)}function wO(e){return e<0?-e*e:e*e}function UM(e){var t=e(Si,Si),n=1;function i(){return n===1?e(Si,Si):n===.5?e(MO,wO):e(CM(n),CM(1/n))}return t.exponent=function(r){return arguments.length?(n=+r,i()):n},El(t)}function e0(){var e=UM(Kh());return e.copy=function(){return Tl(e,e0()).exponent(e.exponent())},dr.apply(e,arguments),e}function n0(){var e=[],t=[],n=[],i;function r(){var o=0,a=Math.max(1,t.length);for(n=new Array(a-1);++o<a;)n[o-1]=Ob(e,o/a);return s}function s(o){return o==null||isNaN(o=+o)?i:t[xa(n,o)]}return s.invertExtent=function(o){var a=t.indexOf(o);return a<0?[NaN,NaN]:[a>0?n[a-1]:e[0],a<n.length?n[a]:e[e.length-1]]},s.domain=function(o){if(!arguments.length)return e.slice();e=[];for(let a of o)a!=null&&!isNaN(a=+a)&&e.push(a);return e.sort(_n),r()},s.range=function(o){return arguments.length?(t=Array.from(o),r()):t.slice()},s.unknown=function(o){return arguments.length?(i=o,s):i},s.quantiles=function(){return n.slice()},s.copy=function(){return n0().domain(e).range(t).unknown(i)},dr.apply(s,arguments)}function i0(){var e=[.5],t=[0,1],n,i=1;function r(s){return s!=null&&s<=s?t[xa(e,s,0,i)]:n}return r.domain=function(s){return arguments.length?(e=Array.from(s),i=Math.min(e.length,t.length-1),r):e.slice()},r.range=function(s){return arguments.length?(t=Array.from(s),i=Math.min(e.length,t.length-1),r):t.slice()},r.invertExtent=function(s){var o=t.indexOf(s);return[e[o-1],e[o]]},r.unknown=function(s){return arguments.length?(n=s,r):n},r.copy=function(){return i0().domain(e).range(t).unknown(n)},dr.apply(r,arguments)}function TO(e){return new Date(e)}function EO(e){return e instanceof Date?+e:Math.round(e)}function r0(e,t,n,i,r,s,o,a,c,l){var u=IM(),h=u.invert,f=u.domain,d=l(".%L"),p=l(":%S"),_=l("%I:%M"),m=l("%I %p"),g=l("%a %d"),x=l("%b %d"),M=l("%B"),v=l("%Y");function T(b){return(c(b)<b?d:a(b)<b?p:o(b)<b?_:s(b)<b?m:i(b)<b?r(b)<b?g:x:n(b)<b?M:v)(b)}return u.invert=function(b){return new Date(Math.round(h(b)))},u.domain=function(b){return arguments.length?f(Array.from(b,EO)):f().map(TO)},u.ticks=function(b){var y=f();return e(y[0],y[y.length-1],b??10)},u.tickFormat=function(b,y){return y==null?T:l(y)},u.nice=function(b){var y=f();return(!b||typeof b.range!="function")&&(b=t(y[0],y[y.length-1],b??10)),b?f(LM(y,b)):u},u.copy=function(){return Tl(u,r0(e,t,n,i,r,s,o,a,c,l))},u}function FM(){return dr.apply(r0(rM,sM,Vn,yo,ur,lr,fo,lo,Pn,wl).domain([new Date(2e3,0,1),new Date(2e3,0,2)]),arguments)}function OM(){return dr.apply(r0(iM,Yh,Hn,xo,fr,Ua,ho,uo,Pn,hr).domain([Date.UTC(2e3,0,1),Date.UTC(2e3,0,2)]),arguments)}function jh(e,t){return t.domain(e.domain()).interpolator(e.interpolator()).clamp(e.clamp()).unknown(e.unknown())}function Qh(){var e=0,t=.5,n=1,i=1,r,s,o,a,c,l=Si,u,h=!1,f;function d(_){return _==null||isNaN(_=+_)?f:(_=.5+((_=+u(_))-s)*(i*_<i*s?a:c),l(h?Math.max(0,Math.min(1,_)):_))}d.domain=function(_){return arguments.length?([e,t,n]=_,r=u(e=+e),s=u(t=+t),o=u(n=+n),a=r===s?0:.5/(s-r),c=s===o?0:.5/(o-s),i=s<r?-1:1,d):[e,t,n]},d.clamp=function(_){return arguments.length?(h=!!_,d):h},d.interpolator=function(_){return arguments.length?(l=_,d):l};function p(_){return function(m){var g,x,M;return arguments.length?([g,x,M]=m,l=vs(_,[g,x,M]),d):[l(0),l(.5),l(1)]}}return d.range=p(Ca),d.rangeRound=p(il),d.unknown=function(_){return arguments.length?(f=_,d):f},function(_){return u=_,r=_(e),s=_(t),o=_(n),a=r===s?0:.5/(s-r),c=s===o?0:.5/(o-s),i=s<r?-1:1,d}}function s0(){var e=El(Qh()(Si));return e.copy=function(){return jh(e,s0())},Zh.apply(e,arguments)}function o0(){var e=DM(Qh()).domain([.1,1,10]);return e.copy=function(){return jh(e,o0()).base(e.base())},Zh.apply(e,arguments)}function a0(){var e=NM(Qh());return e.copy=function(){return jh(e,a0()).constant(e.constant())},Zh.apply(e,arguments)}function c0(){var e=UM(Qh());return e.copy=function(){return jh(e,c0()).exponent(e.exponent())},Zh.apply(e,arguments)}function $t(e){for(var t=e.length/6|0,n=new Array(t),i=0;i<t;)n[i]="#"+e.slice(i*6,++i*6);return n}var BM=$t("1f77b4ff7f0e2ca02cd627289467bd8c564be377c27f7f7fbcbd2217becf"),kM=$t("7fc97fbeaed4fdc086ffff99386cb0f0027fbf5b17666666"),zM=$t("1b9e77d95f027570b3e7298a66a61ee6ab02a6761d666666"),GM=$t("4269d0efb118ff725c6cc5b03ca951ff8ab7a463f297bbf59c6b4e9498a0"),VM=$t("a6cee31f78b4b2df8a33a02cfb9a99e31a1cfdbf6fff7f00cab2d66a3d9affff99b15928"),HM=$t("fbb4aeb3cde3ccebc5decbe4fed9a6ffffcce5d8bdfddaecf2f2f2"),WM=$t("b3e2cdfdcdaccbd5e8f4cae4e6f5c9fff2aef1e2cccccccc"),XM=$t("e41a1c377eb84daf4a984ea3ff7f00ffff33a65628f781bf999999"),$M=$t("66c2a5fc8d628da0cbe78ac3a6d854ffd92fe5c494b3b3b3"),YM=$t("8dd3c7ffffb3bebadafb807280b1d3fdb462b3de69fccde5d9d9d9bc80bdccebc5ffed6f"),qM=$t("4e79a7f28e2ce1575976b7b259a14fedc949af7aa1ff9da79c755fbab0ab"),_e=e=>R1(e[e.length-1]),l0=new Array(3).concat("d8b365f5f5f55ab4ac","a6611adfc27d80cdc1018571","a6611adfc27df5f5f580cdc1018571","8c510ad8b365f6e8c3c7eae55ab4ac01665e","8c510ad8b365f6e8c3f5f5f5c7eae55ab4ac01665e","8c510abf812ddfc27df6e8c3c7eae580cdc135978f01665e","8c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e","5430058c510abf812ddfc27df6e8c3c7eae580cdc135978f01665e003c30","5430058c510abf812ddfc27df6e8c3f5f5f5c7eae580cdc135978f01665e003c30").map($t),u0=_e(l0),f0=new Array(3).concat("af8dc3f7f7f77fbf7b","7b3294c2a5cfa6dba0008837","7b3294c2a5cff7f7f7a6dba0008837","762a83af8dc3e7d4e8d9f0d37fbf7b1b7837","762a83af8dc3e7d4e8f7f7f7d9f0d37fbf7b1b7837","762a839970abc2a5cfe7d4e8d9f0d3a6dba05aae611b7837","762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b7837","40004b762a839970abc2a5cfe7d4e8d9f0d3a6dba05aae611b783700441b","40004b762a839970abc2a5cfe7d4e8f7f7f7d9f0d3a6dba05aae611b783700441b").map($t),h0=_e(f0),d0=new Array(3).concat("e9a3c9f7f7f7a1d76a","d01c8bf1b6dab8e1864dac26","d01c8bf1b6daf7f7f7b8e1864dac26","c51b7de9a3c9fde0efe6f5d0a1d76a4d9221","c51b7de9a3c9fde0eff7f7f7e6f5d0a1d76a4d9221","c51b7dde77aef1b6dafde0efe6f5d0b8e1867fbc414d9221","c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221","8e0152c51b7dde77aef1b6dafde0efe6f5d0b8e1867fbc414d9221276419","8e0152c51b7dde77aef1b6dafde0eff7f7f7e6f5d0b8e1867fbc414d9221276419").map($t),p0=_e(d0),m0=new Array(3).concat("998ec3f7f7f7f1a340","5e3c99b2abd2fdb863e66101","5e3c99b2abd2f7f7f7fdb863e66101","542788998ec3d8daebfee0b6f1a340b35806","542788998ec3d8daebf7f7f7fee0b6f1a340b35806","5427888073acb2abd2d8daebfee0b6fdb863e08214b35806","5427888073acb2abd2d8daebf7f7f7fee0b6fdb863e08214b35806","2d004b5427888073acb2abd2d8daebfee0b6fdb863e08214b358067f3b08","2d004b5427888073acb2abd2d8daebf7f7f7fee0b6fdb863e08214b358067f3b08").map($t),g0=_e(m0),nd=new Array(3).concat("ef8a62f7f7f767a9cf","ca0020f4a58292c5de0571b0","ca0020f4a582f7f7f792c5de0571b0","b2182bef8a62fddbc7d1e5f067a9cf2166ac","b2182bef8a62fddbc7f7f7f7d1e5f067a9cf2166ac","b2182bd6604df4a582fddbc7d1e5f092c5de4393c32166ac","b2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac","67001fb2182bd6604df4a582fddbc7d1e5f092c5de4393c32166ac053061","67001fb2182bd6604df4a582fddbc7f7f7f7d1e5f092c5de4393c32166ac053061").map($t),Cl=_e(nd),_0=new Array(3).concat("ef8a62ffffff999999","ca0020f4a582bababa404040","ca0020f4a582ffffffbababa404040","b2182bef8a62fddbc7e0e0e09999994d4d4d","b2182bef8a62fddbc7ffffffe0e0e09999994d4d4d","b2182bd6604df4a582fddbc7e0e0e0bababa8787874d4d4d","b2182bd6604df4a582fddbc7ffffffe0e0e0bababa8787874d4d4d","67001fb2182bd6604df4a582fddbc7e0e0e0bababa8787874d4d4d1a1a1a","67001fb2182bd6604df4a582fddbc7ffffffe0e0e0bababa8787874d4d4d1a1a1a").map($t),y0=_e(_0),id=new Array(3).concat("fc8d59ffffbf91bfdb","d7191cfdae61abd9e92c7bb6","d7191cfdae61ffffbfabd9e92c7bb6","d73027fc8d59fee090e0f3f891bfdb4575b4","d73027fc8d59fee090ffffbfe0f3f891bfdb4575b4","d73027f46d43fdae61fee090e0f3f8abd9e974add14575b4","d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4","a50026d73027f46d43fdae61fee090e0f3f8abd9e974add14575b4313695","a50026d73027f46d43fdae61fee090ffffbfe0f3f8abd9e974add14575b4313695").map($t),Rl=_e(id),x0=new Array(3).concat("fc8d59ffffbf91cf60","d7191cfdae61a6d96a1a9641","d7191cfdae61ffffbfa6d96a1a9641","d73027fc8d59fee08bd9ef8b91cf601a9850","d73027fc8d59fee08bffffbfd9ef8b91cf601a9850","d73027f46d43fdae61fee08bd9ef8ba6d96a66bd631a9850","d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850","a50026d73027f46d43fdae61fee08bd9ef8ba6d96a66bd631a9850006837","a50026d73027f46d43fdae61fee08bffffbfd9ef8ba6d96a66bd631a9850006837").map($t),v0=_e(x0),b0=new Array(3).concat("fc8d59ffffbf99d594","d7191cfdae61abdda42b83ba","d7191cfdae61ffffbfabdda42b83ba","d53e4ffc8d59fee08be6f59899d5943288bd","d53e4ffc8d59fee08bffffbfe6f59899d5943288bd","d53e4ff46d43fdae61fee08be6f598abdda466c2a53288bd","d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd","9e0142d53e4ff46d43fdae61fee08be6f598abdda466c2a53288bd5e4fa2","9e0142d53e4ff46d43fdae61fee08bffffbfe6f598abdda466c2a53288bd5e4fa2").map($t),S0=_e(b0),M0=new Array(3).concat("e5f5f999d8c92ca25f","edf8fbb2e2e266c2a4238b45","edf8fbb2e2e266c2a42ca25f006d2c","edf8fbccece699d8c966c2a42ca25f006d2c","edf8fbccece699d8c966c2a441ae76238b45005824","f7fcfde5f5f9ccece699d8c966c2a441ae76238b45005824","f7fcfde5f5f9ccece699d8c966c2a441ae76238b45006d2c00441b").map($t),w0=_e(M0),T0=new Array(3).concat("e0ecf49ebcda8856a7","edf8fbb3cde38c96c688419d","edf8fbb3cde38c96c68856a7810f7c","edf8fbbfd3e69ebcda8c96c68856a7810f7c","edf8fbbfd3e69ebcda8c96c68c6bb188419d6e016b","f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d6e016b","f7fcfde0ecf4bfd3e69ebcda8c96c68c6bb188419d810f7c4d004b").map($t),E0=_e(T0),A0=new Array(3).concat("e0f3dba8ddb543a2ca","f0f9e8bae4bc7bccc42b8cbe","f0f9e8bae4bc7bccc443a2ca0868ac","f0f9e8ccebc5a8ddb57bccc443a2ca0868ac","f0f9e8ccebc5a8ddb57bccc44eb3d32b8cbe08589e","f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe08589e","f7fcf0e0f3dbccebc5a8ddb57bccc44eb3d32b8cbe0868ac084081").map($t),C0=_e(A0),R0=new Array(3).concat("fee8c8fdbb84e34a33","fef0d9fdcc8afc8d59d7301f","fef0d9fdcc8afc8d59e34a33b30000","fef0d9fdd49efdbb84fc8d59e34a33b30000","fef0d9fdd49efdbb84fc8d59ef6548d7301f990000","fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301f990000","fff7ecfee8c8fdd49efdbb84fc8d59ef6548d7301fb300007f0000").map($t),P0=_e(R0),I0=new Array(3).concat("ece2f0a6bddb1c9099","f6eff7bdc9e167a9cf02818a","f6eff7bdc9e167a9cf1c9099016c59","f6eff7d0d1e6a6bddb67a9cf1c9099016c59","f6eff7d0d1e6a6bddb67a9cf3690c002818a016450","fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016450","fff7fbece2f0d0d1e6a6bddb67a9cf3690c002818a016c59014636").map($t),L0=_e(I0),D0=new Array(3).concat("ece7f2a6bddb2b8cbe","f1eef6bdc9e174a9cf0570b0","f1eef6bdc9e174a9cf2b8cbe045a8d","f1eef6d0d1e6a6bddb74a9cf2b8cbe045a8d","f1eef6d0d1e6a6bddb74a9cf3690c00570b0034e7b","fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0034e7b","fff7fbece7f2d0d1e6a6bddb74a9cf3690c00570b0045a8d023858").map($t),N0=_e(D0),U0=new Array(3).concat("e7e1efc994c7dd1c77","f1eef6d7b5d8df65b0ce1256","f1eef6d7b5d8df65b0dd1c77980043","f1eef6d4b9dac994c7df65b0dd1c77980043","f1eef6d4b9dac994c7df65b0e7298ace125691003f","f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125691003f","f7f4f9e7e1efd4b9dac994c7df65b0e7298ace125698004367001f").map($t),F0=_e(U0),O0=new Array(3).concat("fde0ddfa9fb5c51b8a","feebe2fbb4b9f768a1ae017e","feebe2fbb4b9f768a1c51b8a7a0177","feebe2fcc5c0fa9fb5f768a1c51b8a7a0177","feebe2fcc5c0fa9fb5f768a1dd3497ae017e7a0177","fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a0177","fff7f3fde0ddfcc5c0fa9fb5f768a1dd3497ae017e7a017749006a").map($t),B0=_e(O0),k0=new Array(3).concat("edf8b17fcdbb2c7fb8","ffffcca1dab441b6c4225ea8","ffffcca1dab441b6c42c7fb8253494","ffffccc7e9b47fcdbb41b6c42c7fb8253494","ffffccc7e9b47fcdbb41b6c41d91c0225ea80c2c84","ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea80c2c84","ffffd9edf8b1c7e9b47fcdbb41b6c41d91c0225ea8253494081d58").map($t),z0=_e(k0),G0=new Array(3).concat("f7fcb9addd8e31a354","ffffccc2e69978c679238443","ffffccc2e69978c67931a354006837","ffffccd9f0a3addd8e78c67931a354006837","ffffccd9f0a3addd8e78c67941ab5d238443005a32","ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443005a32","ffffe5f7fcb9d9f0a3addd8e78c67941ab5d238443006837004529").map($t),V0=_e(G0),H0=new Array(3).concat("fff7bcfec44fd95f0e","ffffd4fed98efe9929cc4c02","ffffd4fed98efe9929d95f0e993404","ffffd4fee391fec44ffe9929d95f0e993404","ffffd4fee391fec44ffe9929ec7014cc4c028c2d04","ffffe5fff7bcfee391fec44ffe9929ec7014cc4c028c2d04","ffffe5fff7bcfee391fec44ffe9929ec7014cc4c02993404662506").map($t),W0=_e(H0),X0=new Array(3).concat("ffeda0feb24cf03b20","ffffb2fecc5cfd8d3ce31a1c","ffffb2fecc5cfd8d3cf03b20bd0026","ffffb2fed976feb24cfd8d3cf03b20bd0026","ffffb2fed976feb24cfd8d3cfc4e2ae31a1cb10026","ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cb10026","ffffccffeda0fed976feb24cfd8d3cfc4e2ae31a1cbd0026800026").map($t),$0=_e(X0),Y0=new Array(3).concat("deebf79ecae13182bd","eff3ffbdd7e76baed62171b5","eff3ffbdd7e76baed63182bd08519c","eff3ffc6dbef9ecae16baed63182bd08519c","eff3ffc6dbef9ecae16baed64292c62171b5084594","f7fbffdeebf7c6dbef9ecae16baed64292c62171b5084594","f7fbffdeebf7c6dbef9ecae16baed64292c62171b508519c08306b").map($t),q0=_e(Y0),Z0=new Array(3).concat("e5f5e0a1d99b31a354","edf8e9bae4b374c476238b45","edf8e9bae4b374c47631a354006d2c","edf8e9c7e9c0a1d99b74c47631a354006d2c","edf8e9c7e9c0a1d99b74c47641ab5d238b45005a32","f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45005a32","f7fcf5e5f5e0c7e9c0a1d99b74c47641ab5d238b45006d2c00441b").map($t),J0=_e(Z0),K0=new Array(3).concat("f0f0f0bdbdbd636363","f7f7f7cccccc969696525252","f7f7f7cccccc969696636363252525","f7f7f7d9d9d9bdbdbd969696636363252525","f7f7f7d9d9d9bdbdbd969696737373525252252525","fffffff0f0f0d9d9d9bdbdbd969696737373525252252525","fffffff0f0f0d9d9d9bdbdbd969696737373525252252525000000").map($t),j0=_e(K0),Q0=new Array(3).concat("efedf5bcbddc756bb1","f2f0f7cbc9e29e9ac86a51a3","f2f0f7cbc9e29e9ac8756bb154278f","f2f0f7dadaebbcbddc9e9ac8756bb154278f","f2f0f7dadaebbcbddc9e9ac8807dba6a51a34a1486","fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a34a1486","fcfbfdefedf5dadaebbcbddc9e9ac8807dba6a51a354278f3f007d").map($t),t_=_e(Q0),e_=new Array(3).concat("fee0d2fc9272de2d26","fee5d9fcae91fb6a4acb181d","fee5d9fcae91fb6a4ade2d26a50f15","fee5d9fcbba1fc9272fb6a4ade2d26a50f15","fee5d9fcbba1fc9272fb6a4aef3b2ccb181d99000d","fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181d99000d","fff5f0fee0d2fcbba1fc9272fb6a4aef3b2ccb181da50f1567000d").map($t),n_=_e(e_),i_=new Array(3).concat("fee6cefdae6be6550d","feeddefdbe85fd8d3cd94701","feeddefdbe85fd8d3ce6550da63603","feeddefdd0a2fdae6bfd8d3ce6550da63603","feeddefdd0a2fdae6bfd8d3cf16913d948018c2d04","fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d948018c2d04","fff5ebfee6cefdd0a2fdae6bfd8d3cf16913d94801a636037f2704").map($t),r_=_e(i_);function s_(e){return e=Math.max(0,Math.min(1,e)),"rgb("+Math.max(0,Math.min(255,Math.round(-4.54-e*(35.34-e*(2381.73-e*(6402.7-e*(7024.72-e*2710.57)))))))+", "+Math.max(0,Math.min(255,Math.round(32.49+e*(170.73+e*(52.82-e*(131.46-e*(176.58-e*67.37)))))))+", "+Math.max(0,Math.min(255,Math.round(81.24+e*(442.36-e*(2482.43-e*(6167.24-e*(6614.94-e*2475.67)))))))+")"}var o_=Sh(mi(300,.5,0),mi(-240,.5,1)),a_=Sh(mi(-100,.75,.35),mi(80,1.5,.8)),c_=Sh(mi(260,.75,.35),mi(80,1.5,.8)),td=mi();function l_(e){(e<0||e>1)&&(e-=Math.floor(e));var t=Math.abs(e-.5);return td.h=360*e-100,td.s=1.5-1.5*t,td.l=.8-.9*t,td+""}var ed=Hi(),AO=Math.PI/3,CO=Math.PI*2/3;function u_(e){var t;return e=(.5-e)*Math.PI,ed.r=255*(t=Math.sin(e))*t,ed.g=255*(t=Math.sin(e+AO))*t,ed.b=255*(t=Math.sin(e+CO))*t,ed+""}function f_(e){return e=Math.max(0,Math.min(1,e)),"rgb("+Math.max(0,Math.min(255,Math.round(34.61+e*(1172.33-e*(10793.56-e*(33300.12-e*(38394.49-e*14825.05)))))))+", "+Math.max(0,Math.min(255,Math.round(23.31+e*(557.33+e*(1225.33-e*(3574.96-e*(1073.77+e*707.56)))))))+", "+Math.max(0,Math.min(255,Math.round(27.2+e*(3211.1-e*(15327.97-e*(27814-e*(22569.18-e*6838.66)))))))+")"}function rd(e){var t=e.length;return function(n){return e[Math.max(0,Math.min(t-1,Math.floor(n*t)))]}}var h_=rd($t("44015444025645045745055946075a46085c460a5d460b5e470d60470e6147106347116447136548146748166848176948186a481a6c481b6d481c6e481d6f481f70482071482173482374482475482576482677482878482979472a7a472c7a472d7b472e7c472f7d46307e46327e46337f463480453581453781453882443983443a83443b84433d84433e85423f854240864241864142874144874045884046883f47883f48893e49893e4a893e4c8a3d4d8a3d4e8a3c4f8a3c508b3b518b3b528b3a538b3a548c39558c39568c38588c38598c375a8c375b8d365c8d365d8d355e8d355f8d34608d34618d33628d33638d32648e32658e31668e31678e31688e30698e306a8e2f6b8e2f6c8e2e6d8e2e6e8e2e6f8e2d708e2d718e2c718e2c728e2c738e2b748e2b758e2a768e2a778e2a788e29798e297a8e297b8e287c8e287d8e277e8e277f8e27808e26818e26828e26828e25838e25848e25858e24868e24878e23888e23898e238a8d228b8d228c8d228d8d218e8d218f8d21908d21918c20928c20928c20938c1f948c1f958b1f968b1f978b1f988b1f998a1f9a8a1e9b8a1e9c891e9d891f9e891f9f881fa0881fa1881fa1871fa28720a38620a48621a58521a68522a78522a88423a98324aa8325ab8225ac8226ad8127ad8128ae8029af7f2ab07f2cb17e2db27d2eb37c2fb47c31b57b32b67a34b67935b77937b87838b9773aba763bbb753dbc743fbc7340bd7242be7144bf7046c06f48c16e4ac16d4cc26c4ec36b50c46a52c56954c56856c66758c7655ac8645cc8635ec96260ca6063cb5f65cb5e67cc5c69cd5b6ccd5a6ece5870cf5773d05675d05477d1537ad1517cd2507fd34e81d34d84d44b86d54989d5488bd6468ed64590d74393d74195d84098d83e9bd93c9dd93ba0da39a2da37a5db36a8db34aadc32addc30b0dd2fb2dd2db5de2bb8de29bade28bddf26c0df25c2df23c5e021c8e020cae11fcde11dd0e11cd2e21bd5e21ad8e219dae319dde318dfe318e2e418e5e419e7e419eae51aece51befe51cf1e51df4e61ef6e620f8e621fbe723fde725")),d_=rd($t("00000401000501010601010802010902020b02020d03030f03031204041405041606051806051a07061c08071e0907200a08220b09240c09260d0a290e0b2b100b2d110c2f120d31130d34140e36150e38160f3b180f3d19103f1a10421c10441d11471e114920114b21114e22115024125325125527125829115a2a115c2c115f2d11612f116331116533106734106936106b38106c390f6e3b0f703d0f713f0f72400f74420f75440f764510774710784910784a10794c117a4e117b4f127b51127c52137c54137d56147d57157e59157e5a167e5c167f5d177f5f187f601880621980641a80651a80671b80681c816a1c816b1d816d1d816e1e81701f81721f817320817521817621817822817922827b23827c23827e24828025828125818326818426818627818827818928818b29818c29818e2a81902a81912b81932b80942c80962c80982d80992d809b2e7f9c2e7f9e2f7fa02f7fa1307ea3307ea5317ea6317da8327daa337dab337cad347cae347bb0357bb2357bb3367ab5367ab73779b83779ba3878bc3978bd3977bf3a77c03a76c23b75c43c75c53c74c73d73c83e73ca3e72cc3f71cd4071cf4070d0416fd2426fd3436ed5446dd6456cd8456cd9466bdb476adc4869de4968df4a68e04c67e24d66e34e65e44f64e55064e75263e85362e95462ea5661eb5760ec5860ed5a5fee5b5eef5d5ef05f5ef1605df2625df2645cf3655cf4675cf4695cf56b5cf66c5cf66e5cf7705cf7725cf8745cf8765cf9785df9795df97b5dfa7d5efa7f5efa815ffb835ffb8560fb8761fc8961fc8a62fc8c63fc8e64fc9065fd9266fd9467fd9668fd9869fd9a6afd9b6bfe9d6cfe9f6dfea16efea36ffea571fea772fea973feaa74feac76feae77feb078feb27afeb47bfeb67cfeb77efeb97ffebb81febd82febf84fec185fec287fec488fec68afec88cfeca8dfecc8ffecd90fecf92fed194fed395fed597fed799fed89afdda9cfddc9efddea0fde0a1fde2a3fde3a5fde5a7fde7a9fde9aafdebacfcecaefceeb0fcf0b2fcf2b4fcf4b6fcf6b8fcf7b9fcf9bbfcfbbdfcfdbf")),p_=rd($t("00000401000501010601010802010a02020c02020e03021004031204031405041706041907051b08051d09061f0a07220b07240c08260d08290e092b10092d110a30120a32140b34150b37160b39180c3c190c3e1b0c411c0c431e0c451f0c48210c4a230c4c240c4f260c51280b53290b552b0b572d0b592f0a5b310a5c320a5e340a5f3609613809623909633b09643d09653e0966400a67420a68440a68450a69470b6a490b6a4a0c6b4c0c6b4d0d6c4f0d6c510e6c520e6d540f6d550f6d57106e59106e5a116e5c126e5d126e5f136e61136e62146e64156e65156e67166e69166e6a176e6c186e6d186e6f196e71196e721a6e741a6e751b6e771c6d781c6d7a1d6d7c1d6d7d1e6d7f1e6c801f6c82206c84206b85216b87216b88226a8a226a8c23698d23698f24699025689225689326679526679727669827669a28659b29649d29649f2a63a02a63a22b62a32c61a52c60a62d60a82e5fa92e5eab2f5ead305dae305cb0315bb1325ab3325ab43359b63458b73557b93556ba3655bc3754bd3853bf3952c03a51c13a50c33b4fc43c4ec63d4dc73e4cc83f4bca404acb4149cc4248ce4347cf4446d04545d24644d34743d44842d54a41d74b3fd84c3ed94d3dda4e3cdb503bdd513ade5238df5337e05536e15635e25734e35933e45a31e55c30e65d2fe75e2ee8602de9612bea632aeb6429eb6628ec6726ed6925ee6a24ef6c23ef6e21f06f20f1711ff1731df2741cf3761bf37819f47918f57b17f57d15f67e14f68013f78212f78410f8850ff8870ef8890cf98b0bf98c0af98e09fa9008fa9207fa9407fb9606fb9706fb9906fb9b06fb9d07fc9f07fca108fca309fca50afca60cfca80dfcaa0ffcac11fcae12fcb014fcb216fcb418fbb61afbb81dfbba1ffbbc21fbbe23fac026fac228fac42afac62df9c72ff9c932f9cb35f8cd37f8cf3af7d13df7d340f6d543f6d746f5d949f5db4cf4dd4ff4df53f4e156f3e35af3e55df2e661f2e865f2ea69f1ec6df1ed71f1ef75f1f179f2f27df2f482f3f586f3f68af4f88ef5f992f6fa96f8fb9af9fc9dfafda1fcffa4")),m_=rd($t("0d088710078813078916078a19068c1b068d1d068e20068f2206902406912605912805922a05932c05942e05952f059631059733059735049837049938049a3a049a3c049b3e049c3f049c41049d43039e44039e46039f48039f4903a04b03a14c02a14e02a25002a25102a35302a35502a45601a45801a45901a55b01a55c01a65e01a66001a66100a76300a76400a76600a76700a86900a86a00a86c00a86e00a86f00a87100a87201a87401a87501a87701a87801a87a02a87b02a87d03a87e03a88004a88104a78305a78405a78606a68707a68808a68a09a58b0aa58d0ba58e0ca48f0da4910ea3920fa39410a29511a19613a19814a099159f9a169f9c179e9d189d9e199da01a9ca11b9ba21d9aa31e9aa51f99a62098a72197a82296aa2395ab2494ac2694ad2793ae2892b02991b12a90b22b8fb32c8eb42e8db52f8cb6308bb7318ab83289ba3388bb3488bc3587bd3786be3885bf3984c03a83c13b82c23c81c33d80c43e7fc5407ec6417dc7427cc8437bc9447aca457acb4679cc4778cc4977cd4a76ce4b75cf4c74d04d73d14e72d24f71d35171d45270d5536fd5546ed6556dd7566cd8576bd9586ada5a6ada5b69db5c68dc5d67dd5e66de5f65de6164df6263e06363e16462e26561e26660e3685fe4695ee56a5de56b5de66c5ce76e5be76f5ae87059e97158e97257ea7457eb7556eb7655ec7754ed7953ed7a52ee7b51ef7c51ef7e50f07f4ff0804ef1814df1834cf2844bf3854bf3874af48849f48948f58b47f58c46f68d45f68f44f79044f79143f79342f89441f89540f9973ff9983ef99a3efa9b3dfa9c3cfa9e3bfb9f3afba139fba238fca338fca537fca636fca835fca934fdab33fdac33fdae32fdaf31fdb130fdb22ffdb42ffdb52efeb72dfeb82cfeba2cfebb2bfebd2afebe2afec029fdc229fdc328fdc527fdc627fdc827fdca26fdcb26fccd25fcce25fcd025fcd225fbd324fbd524fbd724fad824fada24f9dc24f9dd25f8df25f8e125f7e225f7e425f6e626f6e826f5e926f5eb27f4ed27f3ee27f3f027f2f227f1f426f1f525f0f724f0f921"));function en(e){return function(){return e}}var tw=Math.cos;var x_=Math.min,sd=Math.sin,He=Math.sqrt,ZM=1e-12,Pl=Math.PI,r7=Pl/2,ud=2*Pl;function ew(e){let t=3;return e.digits=function(n){if(!arguments.length)return t;if(n==null)t=null;else{let i=Math.floor(n);if(!(i>=0))throw new RangeError(`invalid digits: ${n}`);t=i}return e},()=>new ao(t)}var s7=Array.prototype.slice;function nw(e){return typeof e=="object"&&"length"in e?e:Array.from(e)}function iw(e){this._context=e}iw.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:this._context.lineTo(e,t);break}}};function vo(e){return new iw(e)}function rw(e){return e[0]}function sw(e){return e[1]}function v_(e,t){var n=en(!0),i=null,r=vo,s=null,o=ew(a);e=typeof e=="function"?e:e===void 0?rw:en(e),t=typeof t=="function"?t:t===void 0?sw:en(t);function a(c){var l,u=(c=nw(c)).length,h,f=!1,d;for(i==null&&(s=r(d=o())),l=0;l<=u;++l)!(l<u&&n(h=c[l],l,c))===f&&((f=!f)?s.lineStart():s.lineEnd()),f&&s.point(+e(h,l,c),+t(h,l,c));if(d)return s=null,d+""||null}return a.x=function(c){return arguments.length?(e=typeof c=="function"?c:en(+c),a):e},a.y=function(c){return arguments.length?(t=typeof c=="function"?c:en(+c),a):t},a.defined=function(c){return arguments.length?(n=typeof c=="function"?c:en(!!c),a):n},a.curve=function(c){return arguments.length?(r=c,i!=null&&(s=r(i)),a):r},a.context=function(c){return arguments.length?(c==null?i=s=null:s=r(i=c),a):i},a}function ow(e,t,n){var i=null,r=en(!0),s=null,o=vo,a=null,c=ew(l);e=typeof e=="function"?e:e===void 0?rw:en(+e),t=typeof t=="function"?t:en(t===void 0?0:+t),n=typeof n=="function"?n:n===void 0?sw:en(+n);function l(h){var f,d,p,_=(h=nw(h)).length,m,g=!1,x,M=new Array(_),v=new Array(_);for(s==null&&(a=o(x=c())),f=0;f<=_;++f){if(!(f<_&&r(m=h[f],f,h))===g)if(g=!g)d=f,a.areaStart(),a.lineStart();else{for(a.lineEnd(),a.lineStart(),p=f-1;p>=d;--p)a.point(M[p],v[p]);a.lineEnd(),a.areaEnd()}g&&(M[f]=+e(m,f,h),v[f]=+t(m,f,h),a.point(i?+i(m,f,h):M[f],n?+n(m,f,h):v[f]))}if(x)return a=null,x+""||null}function u(){return v_().defined(r).curve(o).context(s)}return l.x=function(h){return arguments.length?(e=typeof h=="function"?h:en(+h),i=null,l):e},l.x0=function(h){return arguments.length?(e=typeof h=="function"?h:en(+h),l):e},l.x1=function(h){return arguments.length?(i=h==null?null:typeof h=="function"?h:en(+h),l):i},l.y=function(h){return arguments.length?(t=typeof h=="function"?h:en(+h),n=null,l):t},l.y0=function(h){return arguments.length?(t=typeof h=="function"?h:en(+h),l):t},l.y1=function(h){return arguments.length?(n=h==null?null:typeof h=="function"?h:en(+h),l):n},l.lineX0=l.lineY0=function(){return u().x(e).y(t)},l.lineY1=function(){return u().x(e).y(n)},l.lineX1=function(){return u().x(i).y(t)},l.defined=function(h){return arguments.length?(r=typeof h=="function"?h:en(!!h),l):r},l.curve=function(h){return arguments.length?(o=h,s!=null&&(a=o(s)),l):o},l.context=function(h){return arguments.length?(h==null?s=a=null:a=o(s=h),l):s},l}var o7=RO(vo);function aw(e){this._curve=e}aw.prototype={areaStart:function(){this._curve.areaStart()},areaEnd:function(){this._curve.areaEnd()},lineStart:function(){this._curve.lineStart()},lineEnd:function(){this._curve.lineEnd()},point:function(e,t){this._curve.point(t*Math.sin(e),t*-Math.cos(e))}};function RO(e){function t(n){return new aw(e(n))}return t._curve=e,t}var od=class{constructor(t,n){this._context=t,this._x=n}areaStart(){this._line=0}areaEnd(){this._line=NaN}lineStart(){this._point=0}lineEnd(){(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line}point(t,n){switch(t=+t,n=+n,this._point){case 0:{this._point=1,this._line?this._context.lineTo(t,n):this._context.moveTo(t,n);break}case 1:this._point=2;default:{this._x?this._context.bezierCurveTo(this._x0=(this._x0+t)/2,this._y0,this._x0,n,t,n):this._context.bezierCurveTo(this._x0,this._y0=(this._y0+n)/2,t,this._y0,t,n);break}}this._x0=t,this._y0=n}};function cw(e){return new od(e,!0)}function lw(e){return new od(e,!1)}var PO=He(3),b_={draw(e,t){let n=He(t+x_(t/28,.75))*.59436,i=n/2,r=i*PO;e.moveTo(0,n),e.lineTo(0,-n),e.moveTo(-r,-i),e.lineTo(r,i),e.moveTo(-r,i),e.lineTo(r,-i)}},bo={draw(e,t){let n=He(t/Pl);e.moveTo(n,0),e.arc(0,0,n,0,ud)}},S_={draw(e,t){let n=He(t/5)/2;e.moveTo(-3*n,-n),e.lineTo(-n,-n),e.lineTo(-n,-3*n),e.lineTo(n,-3*n),e.lineTo(n,-n),e.lineTo(3*n,-n),e.lineTo(3*n,n),e.lineTo(n,n),e.lineTo(n,3*n),e.lineTo(-n,3*n),e.lineTo(-n,n),e.lineTo(-3*n,n),e.closePath()}},uw=He(1/3),IO=uw*2,M_={draw(e,t){let n=He(t/IO),i=n*uw;e.moveTo(0,-n),e.lineTo(i,0),e.lineTo(0,n),e.lineTo(-i,0),e.closePath()}},w_={draw(e,t){let n=He(t)*.62625;e.moveTo(0,-n),e.lineTo(n,0),e.lineTo(0,n),e.lineTo(-n,0),e.closePath()}},T_={draw(e,t){let n=He(t-x_(t/7,2))*.87559;e.moveTo(-n,0),e.lineTo(n,0),e.moveTo(0,n),e.lineTo(0,-n)}},E_={draw(e,t){let n=He(t),i=-n/2;e.rect(i,i,n,n)}},A_={draw(e,t){let n=He(t)*.4431;e.moveTo(n,n),e.lineTo(n,-n),e.lineTo(-n,-n),e.lineTo(-n,n),e.closePath()}},LO=.8908130915292852,fw=sd(Pl/10)/sd(7*Pl/10),DO=sd(ud/10)*fw,NO=-tw(ud/10)*fw,C_={draw(e,t){let n=He(t*LO),i=DO*n,r=NO*n;e.moveTo(0,-n),e.lineTo(i,r);for(let s=1;s<5;++s){let o=ud*s/5,a=tw(o),c=sd(o);e.lineTo(c*n,-a*n),e.lineTo(a*i-c*r,c*i+a*r)}e.closePath()}},g_=He(3),R_={draw(e,t){let n=-He(t/(g_*3));e.moveTo(0,n*2),e.lineTo(-g_*n,-n),e.lineTo(g_*n,-n),e.closePath()}},UO=He(3),P_={draw(e,t){let n=He(t)*.6824,i=n/2,r=n*UO/2;e.moveTo(0,-n),e.lineTo(r,i),e.lineTo(-r,i),e.closePath()}},Mi=-.5,wi=He(3)/2,y_=1/He(12),FO=(y_/2+1)*3,I_={draw(e,t){let n=He(t/FO),i=n/2,r=n*y_,s=i,o=n*y_+n,a=-s,c=o;e.moveTo(i,r),e.lineTo(s,o),e.lineTo(a,c),e.lineTo(Mi*i-wi*r,wi*i+Mi*r),e.lineTo(Mi*s-wi*o,wi*s+Mi*o),e.lineTo(Mi*a-wi*c,wi*a+Mi*c),e.lineTo(Mi*i+wi*r,Mi*r-wi*i),e.lineTo(Mi*s+wi*o,Mi*o-wi*s),e.lineTo(Mi*a+wi*c,Mi*c-wi*a),e.closePath()}},L_={draw(e,t){let n=He(t-x_(t/6,1.7))*.6189;e.moveTo(-n,-n),e.lineTo(n,n),e.moveTo(-n,n),e.lineTo(n,-n)}},hw=[bo,S_,M_,E_,C_,R_,I_],dw=[bo,T_,L_,P_,b_,A_,w_];function Ms(){}function ad(e,t,n){e._context.bezierCurveTo((2*e._x0+e._x1)/3,(2*e._y0+e._y1)/3,(e._x0+2*e._x1)/3,(e._y0+2*e._y1)/3,(e._x0+4*e._x1+t)/6,(e._y0+4*e._y1+n)/6)}function fd(e){this._context=e}fd.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){switch(this._point){case 3:ad(this,this._x1,this._y1);case 2:this._context.lineTo(this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,this._context.lineTo((5*this._x0+this._x1)/6,(5*this._y0+this._y1)/6);default:ad(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function pw(e){return new fd(e)}function mw(e){this._context=e}mw.prototype={areaStart:Ms,areaEnd:Ms,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._y0=this._y1=this._y2=this._y3=this._y4=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x2,this._y2),this._context.closePath();break}case 2:{this._context.moveTo((this._x2+2*this._x3)/3,(this._y2+2*this._y3)/3),this._context.lineTo((this._x3+2*this._x2)/3,(this._y3+2*this._y2)/3),this._context.closePath();break}case 3:{this.point(this._x2,this._y2),this.point(this._x3,this._y3),this.point(this._x4,this._y4);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x2=e,this._y2=t;break;case 1:this._point=2,this._x3=e,this._y3=t;break;case 2:this._point=3,this._x4=e,this._y4=t,this._context.moveTo((this._x0+4*this._x1+e)/6,(this._y0+4*this._y1+t)/6);break;default:ad(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function gw(e){return new mw(e)}function _w(e){this._context=e}_w.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3;var n=(this._x0+4*this._x1+e)/6,i=(this._y0+4*this._y1+t)/6;this._line?this._context.lineTo(n,i):this._context.moveTo(n,i);break;case 3:this._point=4;default:ad(this,e,t);break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t}};function yw(e){return new _w(e)}function xw(e,t){this._basis=new fd(e),this._beta=t}xw.prototype={lineStart:function(){this._x=[],this._y=[],this._basis.lineStart()},lineEnd:function(){var e=this._x,t=this._y,n=e.length-1;if(n>0)for(var i=e[0],r=t[0],s=e[n]-i,o=t[n]-r,a=-1,c;++a<=n;)c=a/n,this._basis.point(this._beta*e[a]+(1-this._beta)*(i+c*s),this._beta*t[a]+(1-this._beta)*(r+c*o));this._x=this._y=null,this._basis.lineEnd()},point:function(e,t){this._x.push(+e),this._y.push(+t)}};var vw=(function e(t){function n(i){return t===1?new fd(i):new xw(i,t)}return n.beta=function(i){return e(+i)},n})(.85);function cd(e,t,n){e._context.bezierCurveTo(e._x1+e._k*(e._x2-e._x0),e._y1+e._k*(e._y2-e._y0),e._x2+e._k*(e._x1-t),e._y2+e._k*(e._y1-n),e._x2,e._y2)}function D_(e,t){this._context=e,this._k=(1-t)/6}D_.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:cd(this,this._x1,this._y1);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2,this._x1=e,this._y1=t;break;case 2:this._point=3;default:cd(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var bw=(function e(t){function n(i){return new D_(i,t)}return n.tension=function(i){return e(+i)},n})(0);function N_(e,t){this._context=e,this._k=(1-t)/6}N_.prototype={areaStart:Ms,areaEnd:Ms,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:cd(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Sw=(function e(t){function n(i){return new N_(i,t)}return n.tension=function(i){return e(+i)},n})(0);function U_(e,t){this._context=e,this._k=(1-t)/6}U_.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:cd(this,e,t);break}this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Mw=(function e(t){function n(i){return new U_(i,t)}return n.tension=function(i){return e(+i)},n})(0);function F_(e,t,n){var i=e._x1,r=e._y1,s=e._x2,o=e._y2;if(e._l01_a>ZM){var a=2*e._l01_2a+3*e._l01_a*e._l12_a+e._l12_2a,c=3*e._l01_a*(e._l01_a+e._l12_a);i=(i*a-e._x0*e._l12_2a+e._x2*e._l01_2a)/c,r=(r*a-e._y0*e._l12_2a+e._y2*e._l01_2a)/c}if(e._l23_a>ZM){var l=2*e._l23_2a+3*e._l23_a*e._l12_a+e._l12_2a,u=3*e._l23_a*(e._l23_a+e._l12_a);s=(s*l+e._x1*e._l23_2a-t*e._l12_2a)/u,o=(o*l+e._y1*e._l23_2a-n*e._l12_2a)/u}e._context.bezierCurveTo(i,r,s,o,e._x2,e._y2)}function ww(e,t){this._context=e,this._alpha=t}ww.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x2,this._y2);break;case 3:this.point(this._x2,this._y2);break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,i=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+i*i,this._alpha))}switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3;default:F_(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Tw=(function e(t){function n(i){return t?new ww(i,t):new D_(i,0)}return n.alpha=function(i){return e(+i)},n})(.5);function Ew(e,t){this._context=e,this._alpha=t}Ew.prototype={areaStart:Ms,areaEnd:Ms,lineStart:function(){this._x0=this._x1=this._x2=this._x3=this._x4=this._x5=this._y0=this._y1=this._y2=this._y3=this._y4=this._y5=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){switch(this._point){case 1:{this._context.moveTo(this._x3,this._y3),this._context.closePath();break}case 2:{this._context.lineTo(this._x3,this._y3),this._context.closePath();break}case 3:{this.point(this._x3,this._y3),this.point(this._x4,this._y4),this.point(this._x5,this._y5);break}}},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,i=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+i*i,this._alpha))}switch(this._point){case 0:this._point=1,this._x3=e,this._y3=t;break;case 1:this._point=2,this._context.moveTo(this._x4=e,this._y4=t);break;case 2:this._point=3,this._x5=e,this._y5=t;break;default:F_(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Aw=(function e(t){function n(i){return t?new Ew(i,t):new N_(i,0)}return n.alpha=function(i){return e(+i)},n})(.5);function Cw(e,t){this._context=e,this._alpha=t}Cw.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._x2=this._y0=this._y1=this._y2=NaN,this._l01_a=this._l12_a=this._l23_a=this._l01_2a=this._l12_2a=this._l23_2a=this._point=0},lineEnd:function(){(this._line||this._line!==0&&this._point===3)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){if(e=+e,t=+t,this._point){var n=this._x2-e,i=this._y2-t;this._l23_a=Math.sqrt(this._l23_2a=Math.pow(n*n+i*i,this._alpha))}switch(this._point){case 0:this._point=1;break;case 1:this._point=2;break;case 2:this._point=3,this._line?this._context.lineTo(this._x2,this._y2):this._context.moveTo(this._x2,this._y2);break;case 3:this._point=4;default:F_(this,e,t);break}this._l01_a=this._l12_a,this._l12_a=this._l23_a,this._l01_2a=this._l12_2a,this._l12_2a=this._l23_2a,this._x0=this._x1,this._x1=this._x2,this._x2=e,this._y0=this._y1,this._y1=this._y2,this._y2=t}};var Rw=(function e(t){function n(i){return t?new Cw(i,t):new U_(i,0)}return n.alpha=function(i){return e(+i)},n})(.5);function Pw(e){this._context=e}Pw.prototype={areaStart:Ms,areaEnd:Ms,lineStart:function(){this._point=0},lineEnd:function(){this._point&&this._context.closePath()},point:function(e,t){e=+e,t=+t,this._point?this._context.lineTo(e,t):(this._point=1,this._context.moveTo(e,t))}};function Iw(e){return new Pw(e)}function JM(e){return e<0?-1:1}function KM(e,t,n){var i=e._x1-e._x0,r=t-e._x1,s=(e._y1-e._y0)/(i||r<0&&-0),o=(n-e._y1)/(r||i<0&&-0),a=(s*r+o*i)/(i+r);return(JM(s)+JM(o))*Math.min(Math.abs(s),Math.abs(o),.5*Math.abs(a))||0}function jM(e,t){var n=e._x1-e._x0;return n?(3*(e._y1-e._y0)/n-t)/2:t}function __(e,t,n){var i=e._x0,r=e._y0,s=e._x1,o=e._y1,a=(s-i)/3;e._context.bezierCurveTo(i+a,r+a*t,s-a,o-a*n,s,o)}function ld(e){this._context=e}ld.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x0=this._x1=this._y0=this._y1=this._t0=NaN,this._point=0},lineEnd:function(){switch(this._point){case 2:this._context.lineTo(this._x1,this._y1);break;case 3:__(this,this._t0,jM(this,this._t0));break}(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line=1-this._line},point:function(e,t){var n=NaN;if(e=+e,t=+t,!(e===this._x1&&t===this._y1)){switch(this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;break;case 2:this._point=3,__(this,jM(this,n=KM(this,e,t)),n);break;default:__(this,this._t0,n=KM(this,e,t));break}this._x0=this._x1,this._x1=e,this._y0=this._y1,this._y1=t,this._t0=n}}};function Lw(e){this._context=new Dw(e)}(Lw.prototype=Object.create(ld.prototype)).point=function(e,t){ld.prototype.point.call(this,t,e)};function Dw(e){this._context=e}Dw.prototype={moveTo:function(e,t){this._context.moveTo(t,e)},closePath:function(){this._context.closePath()},lineTo:function(e,t){this._context.lineTo(t,e)},bezierCurveTo:function(e,t,n,i,r,s){this._context.bezierCurveTo(t,e,i,n,s,r)}};function Nw(e){return new ld(e)}function Uw(e){return new Lw(e)}function Fw(e){this._context=e}Fw.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=[],this._y=[]},lineEnd:function(){var e=this._x,t=this._y,n=e.length;if(n)if(this._line?this._context.lineTo(e[0],t[0]):this._context.moveTo(e[0],t[0]),n===2)this._context.lineTo(e[1],t[1]);else for(var i=QM(e),r=QM(t),s=0,o=1;o<n;++s,++o)this._context.bezierCurveTo(i[0][s],r[0][s],i[1][s],r[1][s],e[o],t[o]);(this._line||this._line!==0&&n===1)&&this._context.closePath(),this._line=1-this._line,this._x=this._y=null},point:function(e,t){this._x.push(+e),this._y.push(+t)}};function QM(e){var t,n=e.length-1,i,r=new Array(n),s=new Array(n),o=new Array(n);for(r[0]=0,s[0]=2,o[0]=e[0]+2*e[1],t=1;t<n-1;++t)r[t]=1,s[t]=4,o[t]=4*e[t]+2*e[t+1];for(r[n-1]=2,s[n-1]=7,o[n-1]=8*e[n-1]+e[n],t=1;t<n;++t)i=r[t]/s[t-1],s[t]-=i,o[t]-=i*o[t-1];for(r[n-1]=o[n-1]/s[n-1],t=n-2;t>=0;--t)r[t]=(o[t]-r[t+1])/s[t];for(s[n-1]=(e[n]+r[n-1])/2,t=0;t<n-1;++t)s[t]=2*e[t+1]-r[t+1];return[r,s]}function Ow(e){return new Fw(e)}function hd(e,t){this._context=e,this._t=t}hd.prototype={areaStart:function(){this._line=0},areaEnd:function(){this._line=NaN},lineStart:function(){this._x=this._y=NaN,this._point=0},lineEnd:function(){0<this._t&&this._t<1&&this._point===2&&this._context.lineTo(this._x,this._y),(this._line||this._line!==0&&this._point===1)&&this._context.closePath(),this._line>=0&&(this._t=1-this._t,this._line=1-this._line)},point:function(e,t){switch(e=+e,t=+t,this._point){case 0:this._point=1,this._line?this._context.lineTo(e,t):this._context.moveTo(e,t);break;case 1:this._point=2;default:{if(this._t<=0)this._context.lineTo(this._x,t),this._context.lineTo(e,t);else{var n=this._x*(1-this._t)+e*this._t;this._context.lineTo(n,this._y),this._context.lineTo(n,t)}break}}this._x=e,this._y=t}};function Bw(e){return new hd(e,.5)}function kw(e){return new hd(e,0)}function zw(e){return new hd(e,1)}function Ti(e){return e!=null&&!Number.isNaN(e)}function yn(e,t){return+Ti(t)-+Ti(e)||_n(e,t)}function So(e,t){return+Ti(t)-+Ti(e)||Nr(e,t)}function Il(e){return e!=null&&`${e}`!=""}function O_(e){return isFinite(e)?e:NaN}function Mo(e){return e>0&&isFinite(e)?e:NaN}function Ba(e){return e<0&&isFinite(e)?e:NaN}function dd(e,t){if(e instanceof Date||(e=new Date(+e)),isNaN(e))return typeof t=="function"?t(e):t;let n=e.getUTCHours(),i=e.getUTCMinutes(),r=e.getUTCSeconds(),s=e.getUTCMilliseconds();return`${OO(e.getUTCFullYear(),4)}-${Wr(e.getUTCMonth()+1,2)}-${Wr(e.getUTCDate(),2)}${n||i||r||s?`T${Wr(n,2)}:${Wr(i,2)}${r||s?`:${Wr(r,2)}${s?`.${Wr(s,3)}`:""}`:""}Z`:""}`}function OO(e){return e<0?`-${Wr(-e,6)}`:e>9999?`+${Wr(e,6)}`:Wr(e,4)}function Wr(e,t){return`${e}`.padStart(t,"0")}var BO=/^(?:[-+]\d{2})?\d{4}(?:-\d{2}(?:-\d{2})?)?(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{3})?)?(?:Z|[-+]\d{2}:?\d{2})?)?$/;function Ll(e,t){return BO.test(e+="")?new Date(e):typeof t=="function"?t(e):t}function Xr(e){if(e==null)return;let t=e[0],n=e[e.length-1];return Nr(t,n)}var za=1e3,Ts=za*60,Es=Ts*60,mr=Es*24,pr=mr*7,wo=mr*30,ws=mr*365,B_=[["millisecond",1],["2 milliseconds",2],["5 milliseconds",5],["10 milliseconds",10],["20 milliseconds",20],["50 milliseconds",50],["100 milliseconds",100],["200 milliseconds",200],["500 milliseconds",500],["second",za],["5 seconds",5*za],["15 seconds",15*za],["30 seconds",30*za],["minute",Ts],["5 minutes",5*Ts],["15 minutes",15*Ts],["30 minutes",30*Ts],["hour",Es],["3 hours",3*Es],["6 hours",6*Es],["12 hours",12*Es],["day",mr],["2 days",2*mr],["week",pr],["2 weeks",2*pr],["month",wo],["3 months",3*wo],["6 months",6*wo],["year",ws],["2 years",2*ws],["5 years",5*ws],["10 years",10*ws],["20 years",20*ws],["50 years",50*ws],["100 years",100*ws]],k_=new Map([["second",za],["minute",Ts],["hour",Es],["day",mr],["monday",pr],["tuesday",pr],["wednesday",pr],["thursday",pr],["friday",pr],["saturday",pr],["sunday",pr],["week",pr],["month",wo],["year",ws]]),Vw=new Map([["second",Pn],["minute",lo],["hour",fo],["day",lr],["monday",mo],["tuesday",zg],["wednesday",Gg],["thursday",Vr],["friday",Vg],["saturday",Hg],["sunday",ur],["week",ur],["month",yo],["year",Vn]]),z_=new Map([["second",Pn],["minute",uo],["hour",ho],["day",vl],["monday",_o],["tuesday",Wg],["wednesday",Xg],["thursday",Hr],["friday",$g],["saturday",Yg],["sunday",fr],["week",fr],["month",xo],["year",Hn]]),Ga=Symbol("intervalDuration"),md=Symbol("intervalType");for(let[e,t]of Vw)t[Ga]=k_.get(e),t[md]="time";for(let[e,t]of z_)t[Ga]=k_.get(e),t[md]="utc";var Dl=[["year",Hn,"utc"],["month",xo,"utc"],["day",vl,"utc",6*wo],["hour",ho,"utc",3*mr],["minute",uo,"utc",6*Es],["second",Pn,"utc",30*Ts]],pd=[["year",Vn,"time"],["month",yo,"time"],["day",lr,"time",6*wo],["hour",fo,"time",3*mr],["minute",lo,"time",6*Es],["second",Pn,"time",30*Ts]],kO=[Dl[0],pd[0],Dl[1],pd[1],Dl[2],pd[2],...Dl.slice(3)];function Hw(e){let t=`${e}`.toLowerCase();t.endsWith("s")&&(t=t.slice(0,-1));let n=1,i=/^(?:(\d+)\s+)/.exec(t);switch(i&&(t=t.slice(i[0].length),n=+i[1]),t){case"quarter":t="month",n*=3;break;case"half":t="month",n*=6;break}let r=z_.get(t);if(!r)throw new Error(`unknown interval: ${e}`);if(n>1&&!r.every)throw new Error(`non-periodic interval: ${t}`);return[t,n]}function G_(e){return Ww(Hw(e),"time")}function Nl(e){return Ww(Hw(e),"utc")}function Ww([e,t],n){let i=(n==="time"?Vw:z_).get(e);return t>1&&(i=i.every(t),i[Ga]=k_.get(e)*t,i[md]=n),i}function V_(e,t){if(!(t>1))return;let n=e[Ga];if(!B_.some(([,r])=>r===n)||n%mr===0&&mr<n&&n<wo)return;let[i]=B_[ya(([,r])=>Math.log(r)).center(B_,Math.log(n*t))];return(e[md]==="time"?G_:Nl)(i)}function Gw(e,t,n){let i=t==="time"?wl:hr;if(n==null)return i(e==="year"?"%Y":e==="month"?"%Y-%m":e==="day"?"%Y-%m-%d":e==="hour"||e==="minute"?"%Y-%m-%dT%H:%M":e==="second"?"%Y-%m-%dT%H:%M:%S":"%Y-%m-%dT%H:%M:%S.%L");let r=zO(n);switch(e){case"millisecond":return ka(i(".%L"),i(":%M:%S"),r);case"second":return ka(i(":%S"),i("%-I:%M"),r);case"minute":return ka(i("%-I:%M"),i("%p"),r);case"hour":return ka(i("%-I %p"),i("%b %-d"),r);case"day":return ka(i("%-d"),i("%b"),r);case"month":return ka(i("%b"),i("%Y"),r);case"year":return i("%Y")}throw new Error("unable to format time ticks")}function zO(e){return e==="left"||e==="right"?(t,n)=>`
${t}
${n}`:e==="top"?(t,n)=>`${n}
${t}`:(t,n)=>`${t}
${n}`}function GO(e){return e==="time"?pd:e==="utc"?Dl:kO}function Xw(e,t,n){let i=An(Gb(t,(r,s)=>Math.abs(s-r)));if(i<1e3)return Gw("millisecond","utc",n);for(let[r,s,o,a]of GO(e)){if(i>a||r==="hour"&&!i)break;if(t.every(c=>s.floor(c)>=c))return Gw(r,o,n)}}function ka(e,t,n){return(i,r,s)=>{let o=e(i,r),a=t(i,r),c=r-Xr(s);return r!==c&&s[c]!==void 0&&a===t(s[c],c)?o:n(o,a)}}var W_=Object.getPrototypeOf(Uint8Array),VO=Object.prototype.toString;function Wi(e){return e instanceof Array||e instanceof W_}function qw(e){return e instanceof W_&&!HO(e)}function Zw(e){return e?.prototype instanceof W_&&!WO(e)}function HO(e){return e instanceof BigInt64Array||e instanceof BigUint64Array}function WO(e){return e===BigInt64Array||e===BigUint64Array}var X_=Symbol("reindex");function Te(e,t,n){let i=typeof t;return i==="string"?dT(e)?$_(e.getChild(t),n):$w(e,Y_(t),n):i==="function"?$w(e,t,n):i==="number"||t instanceof Date||i==="boolean"?pe(e,ai(t),n):typeof t?.transform=="function"?H_(t.transform(e),n):XO(H_(t,n),e?.[X_])}function XO(e,t){return e!=null&&t?_d(e,t):e}function $w(e,t,n){return pe(e,Zw(n)?(i,r)=>q_(t(i,r)):t,n)}function H_(e,t){return t===void 0?gr(e):pT(e)?$_(e,t):e instanceof t?e:t.from(e,Zw(t)&&!qw(e)?q_:void 0)}function $_(e,t){return e==null?e:(t===void 0||t===Array)&&ZO(e.type)?Z_(Yw(e)):H_(Yw(e),t)}function Yw(e){return e.nullCount?e.toJSON():e.toArray()}var Va=[null],Y_=e=>t=>{let n=t[e];return n===void 0&&t.type==="Feature"?t.properties?.[e]:n},As={transform:Dn},be={transform:e=>e};var Jw=()=>1,Kw=()=>!0,De=e=>e==null?e:`${e}`,Ne=e=>e==null?e:+e;var gd=e=>e?e[0]:void 0,Ul=e=>e?e[1]:void 0;var ai=e=>()=>e;function jw(e){let t=+`${e}`.slice(1)/100;return(n,i)=>Dr(n,t,i)}function In(e){return qw(e)?e:pe(e,q_,Float64Array)}function q_(e){return e==null?NaN:Number(e)}function Z_(e){return pe(e,J_)}function J_(e){return e instanceof Date&&!isNaN(e)?e:typeof e=="string"?Ll(e):e==null||isNaN(e=Number(e))?void 0:new Date(e)}function Wn(e,t){return e===void 0&&(e=t),e===null?[void 0,"none"]:Ya(e)?[void 0,e]:[e,void 0]}function Pe(e,t){return e===void 0&&(e=t),e===null||typeof e=="number"?[void 0,e]:[e,void 0]}function K_(e,t,n){if(e!=null)return Ln(e,t,n)}function Ln(e,t,n){let i=`${e}`.toLowerCase();if(!n.includes(i))throw new Error(`invalid ${t}: ${e}`);return i}function $r(e){return dT(e)?e:gr(e)}function gr(e){if(e==null||Wi(e))return e;if(pT(e))return $_(e);if(Qw(e))switch(e.type){case"FeatureCollection":return e.features;case"GeometryCollection":return e.geometries;default:return[e]}return Array.from(e)}function Qw(e){switch(e?.type){case"FeatureCollection":case"GeometryCollection":case"Feature":case"LineString":case"MultiLineString":case"MultiPoint":case"MultiPolygon":case"Point":case"Polygon":case"Sphere":return!0;default:return!1}}function pe(e,t,n=Array){return e==null?e:e instanceof n?e.map(t):n.from(e,t)}function Cs(e,t=Array){return e instanceof t?e.slice():t.from(e)}function tT({y:e,y1:t,y2:n}){return e!==void 0||t!==void 0||n!==void 0}function Xi(e){return e?.toString===VO}function Ha(e){return Xi(e)&&(e.type!==void 0||e.domain!==void 0)}function Wa(e){return Xi(e)&&typeof e.transform!="function"}function Rs(e){return Wa(e)&&e.value===void 0&&e.channel===void 0}function eT(e,t,n,i=be){return t===void 0&&n===void 0?(t=0,n=e===void 0?i:e):t===void 0?t=e===void 0?0:e:n===void 0&&(n=e===void 0?0:e),[t,n]}function $i(e,t){return e===void 0&&t===void 0?[gd,Ul]:[e,t]}function Xa({z:e,fill:t,stroke:n}={}){return e===void 0&&([e]=Wn(t)),e===void 0&&([e]=Wn(n)),e}function Ps(e){return Wi(e)?e.length:e?.numRows}function Dn(e){let t=Ps(e),n=new Uint32Array(t);for(let i=0;i<t;++i)n[i]=i;return n}function _d(e,t){return Wi(e)?pe(t,n=>e[n],e.constructor):pe(t,n=>e.at(n))}function nT(e,t,n){return e.subarray?e.subarray(t,n):e.slice(t,n)}function Ei(e){return e!==null&&typeof e=="object"?e.valueOf():e}function iT(e,t){if(t[e]!==void 0)return t[e];switch(e){case"x1":case"x2":e="x";break;case"y1":case"y2":e="y";break}return t[e]}function $a(e){let t;return[{transform:()=>t,label:Yi(e)},n=>t=n]}function Ai(e){return e==null?[e]:$a(e)}function Yi(e,t){return typeof e=="string"?e:e&&e.label!==void 0?e.label:t}function Fl(e,t){return{transform(n){let i=e.transform(n),r=t.transform(n);return Le(i)||Le(r)?pe(i,(s,o)=>new Date((+i[o]+ +r[o])/2)):pe(i,(s,o)=>(+i[o]+ +r[o])/2,Float64Array)},label:e.label}}function Ol(e,t){let n=j_(t?.interval,t?.type);return n?pe(e,n):e}function j_(e,t){let n=yd(e,t);return n&&(i=>Ti(i)?n.floor(i):i)}function yd(e,t){if(e!=null){if(typeof e=="number")return $O(e);if(typeof e=="string")return(t==="time"?G_:Nl)(e);if(typeof e.floor!="function")throw new Error("invalid interval; missing floor method");if(typeof e.offset!="function")throw new Error("invalid interval; missing offset method");return e}}function $O(e){e=+e,0<e&&e<1&&Number.isInteger(1/e)&&(e=-1/e);let t=Math.abs(e);return e<0?{floor:n=>Math.floor(n*t)/t,offset:(n,i=1)=>(n*t+Math.floor(i))/t,range:(n,i)=>va(Math.ceil(n*t),i*t).map(r=>r/t)}:{floor:n=>Math.floor(n/t)*t,offset:(n,i=1)=>n+t*Math.floor(i),range:(n,i)=>va(Math.ceil(n/t),i/t).map(r=>r*t)}}function _r(e,t){if(e=yd(e,t),e&&typeof e.range!="function")throw new Error("invalid interval: missing range method");return e}function rT(e,t){if(e=_r(e,t),e&&typeof e.ceil!="function")throw new Error("invalid interval: missing ceil method");return e}function sT(e){return Is(e)&&typeof e?.floor=="function"&&e.floor()instanceof Date}function Is(e){return typeof e?.range=="function"}function yr(e){return e===void 0||Wa(e)?e:{value:e}}function oT(e){return e==null?null:{transform:t=>Te(t,e,Float64Array),label:Yi(e)}}function Xn(e){return e&&typeof e[Symbol.iterator]=="function"}function xd(e){for(let t of e)if(t!=null)return typeof t!="object"||t instanceof Date}function Q_(e){for(let t of e){if(t==null)continue;let n=typeof t;return n==="string"||n==="boolean"}}function Le(e){for(let t of e)if(t!=null)return t instanceof Date}function aT(e){for(let t of e)if(t!=null)return typeof t=="string"&&isNaN(t)&&Ll(t)}function cT(e){for(let t of e)if(t!=null){if(typeof t!="string")return!1;if(t.trim())return!isNaN(t)}}function lT(e){for(let t of e)if(t!=null)return typeof t=="number"}function vd(e,t){let n;for(let i of e)if(i!=null){if(!t(i))return!1;n=!0}return n}var YO=new Set("none,currentcolor,transparent,aliceblue,antiquewhite,aqua,aquamarine,azure,beige,bisque,black,blanchedalmond,blue,blueviolet,brown,burlywood,cadetblue,chartreuse,chocolate,coral,cornflowerblue,cornsilk,crimson,cyan,darkblue,darkcyan,darkgoldenrod,darkgray,darkgreen,darkgrey,darkkhaki,darkmagenta,darkolivegreen,darkorange,darkorchid,darkred,darksalmon,darkseagreen,darkslateblue,darkslategray,darkslategrey,darkturquoise,darkviolet,deeppink,deepskyblue,dimgray,dimgrey,dodgerblue,firebrick,floralwhite,forestgreen,fuchsia,gainsboro,ghostwhite,gold,goldenrod,gray,green,greenyellow,grey,honeydew,hotpink,indianred,indigo,ivory,khaki,lavender,lavenderblush,lawngreen,lemonchiffon,lightblue,lightcoral,lightcyan,lightgoldenrodyellow,lightgray,lightgreen,lightgrey,lightpink,lightsalmon,lightseagreen,lightskyblue,lightslategray,lightslategrey,lightsteelblue,lightyellow,lime,limegreen,linen,magenta,maroon,mediumaquamarine,mediumblue,mediumorchid,mediumpurple,mediumseagreen,mediumslateblue,mediumspringgreen,mediumturquoise,mediumvioletred,midnightblue,mintcream,mistyrose,moccasin,navajowhite,navy,oldlace,olive,olivedrab,orange,orangered,orchid,palegoldenrod,palegreen,paleturquoise,palevioletred,papayawhip,peachpuff,peru,pink,plum,powderblue,purple,rebeccapurple,red,rosybrown,royalblue,saddlebrown,salmon,sandybrown,seagreen,seashell,sienna,silver,skyblue,slateblue,slategray,slategrey,snow,springgreen,steelblue,tan,teal,thistle,tomato,turquoise,violet,wheat,white,whitesmoke,yellow".split(","));function Ya(e){return typeof e!="string"?!1:(e=e.toLowerCase().trim(),/^#[0-9a-f]{3,8}$/.test(e)||/^(?:url|var|rgb|rgba|hsl|hsla|hwb|lab|lch|oklab|oklch|color|color-mix)\(.*\)$/.test(e)||YO.has(e))}function uT(e){return typeof e=="number"&&(0<=e&&e<=1||isNaN(e))}function nn(e){return e==null||To(e)}function To(e){return/^\s*none\s*$/i.test(e)}function fT(e){return/^\s*round\s*$/i.test(e)}function bd(e,t){return K_(e,t,["middle","top-left","top","top-right","right","bottom-right","bottom","bottom-left","left"])}function Ls(e="middle"){return bd(e,"frameAnchor")}function hT(e={},...t){let n=e;for(let i of t)for(let r in i)if(n[r]===void 0){let s=i[r];n===e?n={...n,[r]:s}:n[r]=s}return n}function qO(e){console.warn("named iterables are deprecated; please use an object instead");let t=new Set;return Object.fromEntries(Array.from(e,n=>{let{name:i}=n;if(i==null)throw new Error("missing name");let r=`${i}`;if(r==="__proto__")throw new Error(`illegal name: ${r}`);if(t.has(r))throw new Error(`duplicate name: ${r}`);return t.add(r),[i,n]}))}function ty(e){return Xn(e)?qO(e):e}function Sd(e){return e===!0?e="frame":e===!1?e=null:!Qw(e)&&e!=null&&(e=Ln(e,"clip",["frame","sphere"]),e==="sphere"&&(e={type:"Sphere"})),e}function dT(e){return e&&typeof e.getChild=="function"&&typeof e.toArray=="function"&&e.schema&&Array.isArray(e.schema.fields)}function pT(e){return e&&typeof e.toArray=="function"&&e.type}function ZO(e){return e&&(e.typeId===8||e.typeId===10)&&e.unit===1}var Ci=Symbol("position"),ci=Symbol("color"),Eo=Symbol("radius"),Ao=Symbol("length"),Co=Symbol("opacity"),qa=Symbol("symbol"),mT=Symbol("projection"),me=new Map([["x",Ci],["y",Ci],["fx",Ci],["fy",Ci],["r",Eo],["color",ci],["opacity",Co],["symbol",qa],["length",Ao],["projection",mT]]);function gT(e){return e===Ci||e===mT}function _T(e){return e===Ci||e===Eo||e===Ao||e===Co}var JO=Math.sqrt(3),KO=2/JO,jO={draw(e,t){let n=Math.sqrt(t/Math.PI),i=n*KO,r=i/2;e.moveTo(0,i),e.lineTo(n,r),e.lineTo(n,-r),e.lineTo(0,-i),e.lineTo(-n,-r),e.lineTo(-n,r),e.closePath()}},ey=new Map([["asterisk",b_],["circle",bo],["cross",S_],["diamond",M_],["diamond2",w_],["hexagon",jO],["plus",T_],["square",E_],["square2",A_],["star",C_],["times",L_],["triangle",R_],["triangle2",P_],["wye",I_]]);function ny(e){return e&&typeof e.draw=="function"}function yT(e){return ny(e)?!0:typeof e!="string"?!1:ey.has(e.toLowerCase())}function Za(e){if(e==null||ny(e))return e;let t=ey.get(`${e}`.toLowerCase());if(t)return t;throw new Error(`invalid symbol: ${e}`)}function xT(e){if(e==null||ny(e))return[void 0,e];if(typeof e=="string"){let t=ey.get(`${e}`.toLowerCase());if(t)return[void 0,t]}return[e,void 0]}function Ro({filter:e,sort:t,reverse:n,transform:i,initializer:r,...s}={},o){if(i===void 0&&(e!=null&&(i=vT(e)),t!=null&&!Rs(t)&&(i=iy(i,sy(t))),n&&(i=iy(i,bT))),o!=null&&r!=null)throw new Error("transforms cannot be applied after initializers");return{...s,...(t===null||Rs(t))&&{sort:t},transform:iy(i,o)}}function Yr({filter:e,sort:t,reverse:n,initializer:i,...r}={},s){return i===void 0&&(e!=null&&(i=vT(e)),t!=null&&!Rs(t)&&(i=ry(i,sy(t))),n&&(i=ry(i,bT))),{...r,...(t===null||Rs(t))&&{sort:t},initializer:ry(i,s)}}function iy(e,t){return e==null?t===null?void 0:t:t==null?e===null?void 0:e:function(n,i,r){return{data:n,facets:i}=e.call(this,n,i,r),t.call(this,$r(n),i,r)}}function ry(e,t){return e==null?t===null?void 0:t:t==null?e===null?void 0:e:function(n,i,r,...s){let o,a,c,l,u,h;return{data:a=n,facets:c=i,channels:o}=e.call(this,n,i,r,...s),{data:u=a,facets:h=c,channels:l}=t.call(this,a,c,{...r,...o},...s),{data:u,facets:h,channels:{...o,...l}}}}function QO(e,t){return(e.initializer!=null?Yr:Ro)(e,t)}function vT(e){return(t,n)=>{let i=Te(t,e);return{data:t,facets:n.map(r=>r.filter(s=>i[s]))}}}function bT(e,t){return{data:e,facets:t.map(n=>n.slice().reverse())}}function ST(e,{sort:t,...n}={}){return{...(Wa(e)&&e.channel!==void 0?Yr:QO)(n,sy(e)),sort:Rs(t)?t:null}}function sy(e){return(typeof e=="function"&&e.length!==1?t4:e4)(e)}function t4(e){return(t,n)=>{let i=Wi(t)?(r,s)=>e(t[r],t[s]):(r,s)=>e(t.get(r),t.get(s));return{data:t,facets:n.map(r=>r.slice().sort(i))}}}function e4(e){let t,n;({channel:t,value:e,order:n}={...yr(e)});let i=t?.startsWith("-");if(i&&(t=t.slice(1)),n===void 0&&(n=i?So:yn),typeof n!="function")switch(`${n}`.toLowerCase()){case"ascending":n=yn;break;case"descending":n=So;break;default:throw new Error(`invalid order: ${n}`)}return(r,s,o)=>{let a;if(t===void 0)a=Te(r,e);else{if(o===void 0)throw new Error("channel sort requires an initializer");if(a=o[t],!a)return{};a=a.value}let c=(l,u)=>n(a[l],a[u]);return{data:r,facets:s.map(l=>l.slice().sort(c))}}}function kl(e,...t){for(let{name:n}of e)if(t.includes(n))return!0;return!1}function TT(e,t,n=oy){let i=Object.entries(e);return t.title!=null&&e.title===void 0&&i.push(["title",o4]),t.href!=null&&e.href===void 0&&i.push(["href",Md]),i.filter(([,r])=>r!==void 0).map(([r,s])=>s===null?n4(r):n(r,s,t))}function oy(e,t,n,i=ay){let r;Xi(t)&&"reduce"in t&&(r=t.scale,t=t.reduce);let s=i(e,t,n),[o,a]=$a(s.label),c;return{name:e,output:r===void 0?o:{value:o,scale:r},initialize(l){s.initialize(l),c=a([])},scope(l,u){s.scope(l,u)},reduce(l,u){c.push(s.reduce(l,u))}}}function n4(e){return{name:e,initialize(){},scope(){},reduce(){}}}function ay(e,t,n,i=zl){let r=iT(e,n),s=i(t,r),o,a;return{label:Yi(s===Bl?null:r,s.label),initialize(c){o=r===void 0?c:Te(c,r),s.scope==="data"&&(a=s.reduceIndex(Dn(c),o))},scope(c,l){s.scope===c&&(a=s.reduceIndex(l,o))},reduce(c,l){return s.scope==null?s.reduceIndex(c,o,l):s.reduceIndex(c,o,a,l)}}}function cy(e,t){return t?to(e,n=>t[n]):[[,e]]}function zl(e,t,n=i4){if(e==null)return n(e);if(typeof e.reduceIndex=="function")return e;if(typeof e.reduce=="function"&&Xi(e))return r4(e);if(typeof e=="function")return s4(e);if(/^p\d{2}$/i.test(e))return qr(jw(e));switch(`${e}`.toLowerCase()){case"first":return Md;case"last":return a4;case"identity":return ly;case"count":return Bl;case"distinct":return c4;case"sum":return t==null?Bl:l4;case"proportion":return wT(t,"data");case"proportion-facet":return wT(t,"facet");case"deviation":return qr(Bm);case"min":return qr(pi);case"min-index":return qr(Ub);case"max":return qr(An);case"max-index":return qr(Nb);case"mean":return MT(kb);case"median":return MT(Qc);case"variance":return qr(Om);case"mode":return qr(zb)}return n(e)}function i4(e){throw new Error(`invalid reduce: ${e}`)}function ET(e,t){for(let n in t){let i=t[n];if(i!==void 0&&!e.some(r=>r.name===n))return i}}function AT(e,t,n){if(t){let i=t.output.transform(),r=(s,o)=>yn(i[s],i[o]);e.forEach(s=>s.sort(r))}n&&e.forEach(i=>i.reverse())}function r4(e){return console.warn("deprecated reduce interface; implement reduceIndex instead."),{...e,reduceIndex:e.reduce.bind(e)}}function s4(e){return{reduceIndex(t,n,i){return e(_d(n,t),i)}}}function qr(e){return{reduceIndex(t,n){return e(t,i=>n[i])}}}function MT(e){return{reduceIndex(t,n){let i=e(t,r=>n[r]);return Le(n)?new Date(i):i}}}var ly={reduceIndex(e,t){return _d(t,e)}},Md={reduceIndex(e,t){return t[e[0]]}},o4={reduceIndex(e,t){let i=ga(Ur(e,s=>s.length,s=>t[s]),Ul),r=i.slice(-5).reverse();if(r.length<i.length){let s=i.slice(0,-4);r[4]=[`\u2026 ${s.length.toLocaleString("en-US")} more`,zi(s,Ul)]}return r.map(([s,o])=>`${s} (${o.toLocaleString("en-US")})`).join(`
`)}},a4={reduceIndex(e,t){return t[e[e.length-1]]}},Bl={label:"Frequency",reduceIndex(e){return e.length}},c4={label:"Distinct",reduceIndex(e,t){let n=new ir;for(let i of e)n.add(t[i]);return n.size}},l4=qr(zi);function wT(e,t){return e==null?{scope:t,label:"Frequency",reduceIndex:(n,i,r=1)=>n.length/r}:{scope:t,reduceIndex:(n,i,r=1)=>zi(n,s=>i[s])/r}}var CT={reduceIndex(e,t,{z:n}){return n}};function Ja(e,{scale:t,type:n,value:i,filter:r,hint:s,label:o=Yi(i)},a){return s===void 0&&typeof i?.transform=="function"&&(s=i.hint),fy(a,{scale:t,type:n,value:Te(e,i),label:o,filter:r,hint:s})}function PT(e,t){return Object.fromEntries(Object.entries(e).map(([n,i])=>[n,Ja(t,i,n)]))}function IT(e,t){let n=Object.fromEntries(Object.entries(e).map(([i,{scale:r,value:s}])=>{let o=r==null?null:t[r];return[i,o==null?s:pe(s,o)]}));return n.channels=e,n}function fy(e,t){let{scale:n,value:i}=t;if(n===!0||n==="auto")switch(e){case"fill":case"stroke":case"color":t.scale=n!==!0&&vd(i,Ya)?null:"color",t.defaultScale="color";break;case"fillOpacity":case"strokeOpacity":case"opacity":t.scale=n!==!0&&vd(i,uT)?null:"opacity",t.defaultScale="opacity";break;case"symbol":n!==!0&&vd(i,yT)?(t.scale=null,t.value=pe(i,Za)):t.scale="symbol",t.defaultScale="symbol";break;default:t.scale=me.has(e)?e:null;break}else if(n===!1)t.scale=null;else if(n!=null&&!me.has(n))throw new Error(`unknown scale: ${n}`);return t}function LT(e,t,n,i,r){let{order:s,reverse:o,reduce:a=!0,limit:c}=r;for(let l in r){if(!me.has(l))continue;let{value:u,order:h=s,reverse:f=o,reduce:d=a,limit:p=c}=yr(r[l]),_=u?.startsWith("-");if(_&&(u=u.slice(1)),h=h===void 0?_!==(u==="width"||u==="height")?NT:DT:h4(h),d==null||d===!1)continue;let m=l==="fx"||l==="fy"?f4(t,i[l]):u4(n,l);if(!m)throw new Error(`missing channel for scale: ${l}`);let g=m.value,[x=0,M=1/0]=Xn(p)?p:p<0?[p]:[0,p];if(u==null)m.domain=()=>{let v=Array.from(new ir(g));return f&&(v=v.reverse()),(x!==0||M!==1/0)&&(v=v.slice(x,M)),v};else{let v=u==="data"?e:u==="height"?RT(n,"y1","y2"):u==="width"?RT(n,"x1","x2"):uy(n,u,u==="y"?"y2":u==="x"?"x2":void 0),T=zl(d===!0?"max":d,v);m.domain=()=>{let b=Ib(Dn(g),y=>T.reduceIndex(y,v),y=>g[y]);return h&&b.sort(h),f&&b.reverse(),(x!==0||M!==1/0)&&(b=b.slice(x,M)),b.map(gd)}}}}function u4(e,t){for(let n in e){let i=e[n];if(i.scale===t)return i}}function f4(e,t){let n=e.original;if(n===e)return t;let i=t.value,r=t.value=[];for(let s=0;s<n.length;++s){let o=i[n[s][0]];for(let a of e[s])r[a]=o}return t}function RT(e,t,n){let i=uy(e,t),r=uy(e,n);return pe(r,(s,o)=>Math.abs(s-i[o]),Float64Array)}function uy(e,t,n){let i=e[t];if(!i&&n!==void 0&&(i=e[n]),i)return i.value;throw new Error(`missing channel: ${t}`)}function h4(e){if(e==null||typeof e=="function")return e;switch(`${e}`.toLowerCase()){case"ascending":return DT;case"descending":return NT}throw new Error(`invalid order: ${e}`)}function DT([e,t],[n,i]){return yn(t,i)||yn(e,n)}function NT([e,t],[n,i]){return So(t,i)||yn(e,n)}function hy(e,t){let n=e[t];if(n){for(;n.source;)n=n.source;return n.source===null?null:n}}var kT=new Map([["accent",kM],["category10",BM],["dark2",zM],["observable10",GM],["paired",VM],["pastel1",HM],["pastel2",WM],["set1",XM],["set2",$M],["set3",YM],["tableau10",qM]]);function zT(e){return e!=null&&kT.has(`${e}`.toLowerCase())}var UT=new Map([...kT,["brbg",Zr(l0,u0)],["prgn",Zr(f0,h0)],["piyg",Zr(d0,p0)],["puor",Zr(m0,g0)],["rdbu",Zr(nd,Cl)],["rdgy",Zr(_0,y0)],["rdylbu",Zr(id,Rl)],["rdylgn",Zr(x0,v0)],["spectral",Zr(b0,S0)],["burd",FT(nd,Cl)],["buylrd",FT(id,Rl)],["blues",rn(Y0,q0)],["greens",rn(Z0,J0)],["greys",rn(K0,j0)],["oranges",rn(i_,r_)],["purples",rn(Q0,t_)],["reds",rn(e_,n_)],["turbo",Jr(f_)],["viridis",Jr(h_)],["magma",Jr(d_)],["inferno",Jr(p_)],["plasma",Jr(m_)],["cividis",Jr(s_)],["cubehelix",Jr(o_)],["warm",Jr(a_)],["cool",Jr(c_)],["bugn",rn(M0,w0)],["bupu",rn(T0,E0)],["gnbu",rn(A0,C0)],["orrd",rn(R0,P0)],["pubu",rn(D0,N0)],["pubugn",rn(I0,L0)],["purd",rn(U0,F0)],["rdpu",rn(O0,B0)],["ylgn",rn(G0,V0)],["ylgnbu",rn(k0,z0)],["ylorbr",rn(H0,W0)],["ylorrd",rn(X0,$0)],["rainbow",OT(l_)],["sinebow",OT(u_)]]);function rn(e,t){return({length:n})=>n===1?[e[3][1]]:n===2?[e[3][1],e[3][2]]:(n=Math.max(3,Math.floor(n)),n>9?Cn(t,n):e[n])}function Zr(e,t){return({length:n})=>n===2?[e[3][0],e[3][2]]:(n=Math.max(3,Math.floor(n)),n>11?Cn(t,n):e[n])}function FT(e,t){return({length:n})=>n===2?[e[3][2],e[3][0]]:(n=Math.max(3,Math.floor(n)),n>11?Cn(i=>t(1-i),n):e[n].slice().reverse())}function Jr(e){return({length:t})=>Cn(e,Math.max(2,Math.floor(t)))}function OT(e){return({length:t})=>Cn(e,Math.floor(t)+1).slice(0,-1)}function dy(e){let t=`${e}`.toLowerCase();if(!UT.has(t))throw new Error(`unknown ordinal scheme: ${t}`);return UT.get(t)}function Gl(e,t){let n=dy(e),i=typeof n=="function"?n({length:t}):n;return i.length!==t?i.slice(0,t):i}function GT(e,t="greys"){let n=new Set,[i,r]=Gl(t,2);for(let s of e)if(s!=null)if(s===!0)n.add(r);else if(s===!1)n.add(i);else return;return[...n]}var BT=new Map([["brbg",u0],["prgn",h0],["piyg",p0],["puor",g0],["rdbu",Cl],["rdgy",y0],["rdylbu",Rl],["rdylgn",v0],["spectral",S0],["burd",e=>Cl(1-e)],["buylrd",e=>Rl(1-e)],["blues",q0],["greens",J0],["greys",j0],["purples",t_],["reds",n_],["oranges",r_],["turbo",f_],["viridis",h_],["magma",d_],["inferno",p_],["plasma",m_],["cividis",s_],["cubehelix",o_],["warm",a_],["cool",c_],["bugn",w0],["bupu",E0],["gnbu",C0],["orrd",P0],["pubugn",L0],["pubu",N0],["purd",F0],["rdpu",B0],["ylgnbu",z0],["ylgn",V0],["ylorbr",W0],["ylorrd",$0],["rainbow",l_],["sinebow",u_]]);function Ka(e){let t=`${e}`.toLowerCase();if(!BT.has(t))throw new Error(`unknown quantitative scheme: ${t}`);return BT.get(t)}var d4=new Set(["brbg","prgn","piyg","puor","rdbu","rdgy","rdylbu","rdylgn","spectral","burd","buylrd"]);function VT(e){return e!=null&&d4.has(`${e}`.toLowerCase())}var my=e=>t=>e(1-t),py=[0,1],HT=new Map([["number",Ge],["rgb",so],["hsl",D1],["hcl",F1],["lab",N1]]);function gy(e){let t=`${e}`.toLowerCase();if(!HT.has(t))throw new Error(`unknown interpolator: ${t}`);return HT.get(t)}function Qa(e,t,n,{type:i,nice:r,clamp:s,zero:o,domain:a=jT(e,n),unknown:c,round:l,scheme:u,interval:h,range:f=me.get(e)===Eo?_4(n,a):me.get(e)===Ao?y4(n,a):me.get(e)===Co?py:void 0,interpolate:d=me.get(e)===ci?u==null&&f!==void 0?so:Ka(u!==void 0?u:i==="cyclical"?"rainbow":"turbo"):l?il:Ge,reverse:p}){if(a=WT(a),h=_r(h,i),(i==="cyclical"||i==="sequential")&&(i="linear"),typeof d!="function"&&(d=gy(d)),p=!!p,f!==void 0){let _=a.length,m=(f=WT(f)).length;if(_!==m){if(d.length===1)throw new Error("invalid piecewise interpolator");d=vs(d,f),f=void 0}}if(d.length===1?(p&&(d=my(d),p=!1),f===void 0&&(f=Float64Array.from(a,(_,m)=>m/(a.length-1)),f.length===2&&(f=py)),t.interpolate((f===py?ai:Vl)(d))):t.interpolate(d),o){let[_,m]=ln(a);(_>0||m<0)&&(a=Cs(a),(Xr(a)||1)===Math.sign(_)?a[0]=0:a[a.length-1]=0)}return p&&(a=ba(a)),t.domain(a).unknown(c),r&&(t.nice(p4(r,i)),a=t.domain()),f!==void 0&&t.range(f),s&&t.clamp(s),{type:i,domain:a,range:f,scale:t,interpolate:d,interval:h}}function WT(e){return e=gr(e),e.length>=2?e:[e[0],e[0]]}function p4(e,t){return e===!0?void 0:typeof e=="number"?e:rT(e,t)}function XT(e,t,n){return Qa(e,Al(),t,n)}function $T(e,t,n){return _y(e,t,{...n,exponent:.5})}function _y(e,t,{exponent:n=1,...i}){return Qa(e,e0().exponent(n),t,{...i,type:"pow"})}function YT(e,t,{base:n=10,domain:i=x4(t),...r}){return Qa(e,Qg().base(n),t,{...r,domain:i})}function qT(e,t,{constant:n=1,...i}){return Qa(e,t0().constant(n),t,i)}function ZT(e,t,{range:n,quantiles:i=n===void 0?5:(n=[...n]).length,n:r=i,scheme:s="rdylbu",domain:o=v4(t),unknown:a,interpolate:c,reverse:l}){return n===void 0&&(n=c!==void 0?Cn(c,r):me.get(e)===ci?Gl(s,r):void 0),o.length>0&&(o=n0(o,n===void 0?{length:r}:n).quantiles()),wd(e,t,{domain:o,range:n,reverse:l,unknown:a})}function JT(e,t,{range:n,n:i=n===void 0?5:(n=[...n]).length,scheme:r="rdylbu",domain:s=jT(e,t),unknown:o,interpolate:a,reverse:c}){let[l,u]=ln(s),h;return n===void 0?(h=_s(l,u,i),h[0]<=l&&h.splice(0,1),h[h.length-1]>=u&&h.pop(),i=h.length+1,n=a!==void 0?Cn(a,i):me.get(e)===ci?Gl(r,i):void 0):(h=Cn(Ge(l,u),i+1).slice(1,-1),l instanceof Date&&(h=h.map(f=>new Date(f)))),Xr(gr(s))<0&&h.reverse(),wd(e,t,{domain:h,range:n,reverse:c,unknown:o})}function wd(e,t,{domain:n=[0],unknown:i,scheme:r="rdylbu",interpolate:s,range:o=s!==void 0?Cn(s,n.length+1):me.get(e)===ci?Gl(r,n.length+1):void 0,reverse:a}){n=gr(n);let c=Xr(n);if(!isNaN(c)&&!m4(n,c))throw new Error(`the ${e} scale has a non-monotonic domain`);return a&&(o=ba(o)),{type:"threshold",scale:i0(c<0?ba(n):n,o===void 0?[]:o).unknown(i),domain:n,range:o}}function m4(e,t){for(let n=1,i=e.length,r=e[0];n<i;++n){let s=Nr(r,r=e[n]);if(s!==0&&s!==t)return!1}return!0}function KT(e){return{type:"identity",scale:_T(me.get(e))?jg():t=>t}}function ja(e,t=O_){return e.length?[pi(e,({value:n})=>n===void 0?n:pi(n,t)),An(e,({value:n})=>n===void 0?n:An(n,t))]:[0,1]}function jT(e,t){let n=me.get(e);return(n===Eo||n===Co||n===Ao?g4:ja)(t)}function g4(e){return[0,e.length?An(e,({value:t})=>t===void 0?t:An(t,O_)):1]}function _4(e,t){let n=e.find(({radius:o})=>o!==void 0);if(n!==void 0)return[0,n.radius];let i=Dr(e,.5,({value:o})=>o===void 0?NaN:Dr(o,.25,Mo)),r=t.map(o=>3*Math.sqrt(o/i)),s=30/An(r);return s<1?r.map(o=>o*s):r}function y4(e,t){let n=Qc(e,({value:s})=>s===void 0?NaN:Qc(s,Math.abs)),i=t.map(s=>12*s/n),r=60/An(i);return r<1?i.map(s=>s*r):i}function x4(e){for(let{value:t}of e)if(t!==void 0)for(let n of t){if(n>0)return ja(e,Mo);if(n<0)return ja(e,Ba)}return[1,10]}function v4(e){let t=[];for(let{value:n}of e)if(n!==void 0)for(let i of n)t.push(i);return t}function Vl(e){return(t,n)=>i=>e(t+i*(n-t))}var yy=0,xy;function QT(){let e=yy;return yy=0,xy=void 0,e}function $n(e){e!==xy&&(xy=e,console.warn(e),++yy)}function Td(e,t,n,i,{type:r,nice:s,clamp:o,domain:a=ja(i),unknown:c,pivot:l=0,scheme:u,range:h,symmetric:f=!0,interpolate:d=me.get(e)===ci?u==null&&h!==void 0?so:Ka(u!==void 0?u:"rdbu"):Ge,reverse:p}){l=+l,a=gr(a);let[_,m]=a;if(a.length>2&&$n(`Warning: the diverging ${e} scale domain contains extra elements.`),Nr(_,m)<0&&([_,m]=[m,_],p=!p),_=Math.min(_,l),m=Math.max(m,l),typeof d!="function"&&(d=gy(d)),h!==void 0&&(d=d.length===1?Vl(d)(...h):vs(d,h)),p&&(d=my(d)),f){let g=n.apply(l),x=g-n.apply(_),M=n.apply(m)-g;x<M?_=n.invert(g-M):x>M&&(m=n.invert(g+x))}return t.domain([_,l,m]).unknown(c).interpolator(d),o&&t.clamp(o),s&&t.nice(s),{type:r,domain:[_,m],pivot:l,interpolate:d,scale:t}}function tE(e,t,n){return Td(e,s0(),b4,t,n)}function eE(e,t,n){return vy(e,t,{...n,exponent:.5})}function vy(e,t,{exponent:n=1,...i}){return Td(e,c0().exponent(n=+n),w4(n),t,{...i,type:"diverging-pow"})}function nE(e,t,{base:n=10,pivot:i=1,domain:r=ja(t,i<0?Ba:Mo),...s}){return Td(e,o0().base(n=+n),S4,t,{domain:r,pivot:i,...s})}function iE(e,t,{constant:n=1,...i}){return Td(e,a0().constant(n=+n),T4(n),t,i)}var b4={apply(e){return e},invert(e){return e}},S4={apply:Math.log,invert:Math.exp},M4={apply(e){return Math.sign(e)*Math.sqrt(Math.abs(e))},invert(e){return Math.sign(e)*(e*e)}};function w4(e){return e===.5?M4:{apply(t){return Math.sign(t)*Math.pow(Math.abs(t),e)},invert(t){return Math.sign(t)*Math.pow(Math.abs(t),1/e)}}}function T4(e){return{apply(t){return Math.sign(t)*Math.log1p(Math.abs(t/e))},invert(t){return Math.sign(t)*Math.expm1(Math.abs(t))*e}}}function rE(e,t,n,i){return Qa(e,t,n,i)}function sE(e,t,n){return rE(e,FM(),t,n)}function oE(e,t,n){return rE(e,OM(),t,n)}var tc=Symbol("ordinal");function cE(e,t,n,{type:i,interval:r,domain:s,range:o,reverse:a,hint:c}){return r=_r(r,i),s===void 0&&(s=dE(n,r,e)),(i==="categorical"||i===tc)&&(i="ordinal"),a&&(s=ba(s)),s=t.domain(s).domain(),o!==void 0&&(typeof o=="function"&&(o=o(s)),t.range(o)),{type:i,domain:s,range:o,scale:t,hint:c,interval:r}}function lE(e,t,{type:n,interval:i,domain:r,range:s,scheme:o,unknown:a,...c}){i=_r(i,n),r===void 0&&(r=dE(t,i,e));let l;if(me.get(e)===qa)l=E4(t),s=s===void 0?A4(l):pe(s,Za);else if(me.get(e)===ci&&(s===void 0&&(n==="ordinal"||n===tc)&&(s=GT(r,o),s!==void 0&&(o=void 0)),o===void 0&&s===void 0&&(o=n==="ordinal"?"turbo":"observable10"),o!==void 0))if(s!==void 0){let u=Ka(o),h=s[0],f=s[1]-s[0];s=({length:d})=>Cn(p=>u(h+f*p),d)}else s=dy(o);if(a===qh)throw new Error(`implicit unknown on ${e} scale is not supported`);return cE(e,Jh().unknown(a),t,{...c,type:n,domain:r,range:s,hint:l})}function uE(e,t,{align:n=.5,padding:i=.5,...r}){return hE(PM().align(n).padding(i),t,r,e)}function fE(e,t,{align:n=.5,padding:i=.1,paddingInner:r=i,paddingOuter:s=e==="fx"||e==="fy"?0:i,...o}){return hE(Oa().align(n).paddingInner(r).paddingOuter(s),t,o,e)}function hE(e,t,n,i){let{round:r}=n;return r!==void 0&&e.round(r=!!r),e=cE(i,e,t,n),e.round=r,e}function dE(e,t,n){let i=new ir;for(let{value:r,domain:s}of e){if(s!==void 0)return s();if(r!==void 0)for(let o of r)i.add(o)}if(t!==void 0){let[r,s]=ln(i).map(t.floor,t);return t.range(r,t.offset(s))}if(i.size>1e4&&me.get(n)===Ci)throw new Error(`implicit ordinal domain of ${n} scale has more than 10,000 values`);return ga(i,yn)}function aE(e,t){let n;for(let{hint:i}of e){let r=i?.[t];if(r!==void 0){if(n===void 0)n=r;else if(n!==r)return}}return n}function E4(e){return{fill:aE(e,"fill"),stroke:aE(e,"stroke")}}function A4(e){return nn(e.fill)?dw:hw}function Hl(e,{label:t,inset:n=0,insetTop:i=n,insetRight:r=n,insetBottom:s=n,insetLeft:o=n,round:a,nice:c,clamp:l,zero:u,align:h,padding:f,projection:d,facet:{label:p=t}={},..._}={}){let m={};for(let[g,x]of e){let M=_[g],v=P4(g,x,{round:me.get(g)===Ci?a:void 0,nice:c,clamp:l,zero:u,align:h,padding:f,projection:d,...M});if(v){let{label:T=g==="fx"||g==="fy"?p:t,percent:b,transform:y,inset:S,insetTop:P=S!==void 0?S:g==="y"?i:0,insetRight:C=S!==void 0?S:g==="x"?r:0,insetBottom:A=S!==void 0?S:g==="y"?s:0,insetLeft:D=S!==void 0?S:g==="x"?o:0}=M||{};if(y==null)y=void 0;else if(typeof y!="function")throw new Error("invalid scale transform; not a function");v.percent=!!b,v.label=T===void 0?C4(x,v):T,v.transform=y,g==="x"||g==="fx"?(v.insetLeft=+D,v.insetRight=+C):(g==="y"||g==="fy")&&(v.insetTop=+P,v.insetBottom=+A),m[g]=v}}return m}function Sy(e){let t={},n={scales:t};for(let[i,r]of Object.entries(e)){let{scale:s,type:o,interval:a,label:c}=r;t[i]=N4(r),n[i]=s,s.type=o,a!=null&&(s.interval=a),c!=null&&(s.label=c)}return n}function yE(e,t){let{x:n,y:i,fx:r,fy:s}=e,o=r||s?Ad(t):t;r&&pE(r,o),s&&mE(s,o);let a=r||s?My(e,t):t;n&&pE(n,a),i&&mE(i,a)}function C4(e=[],t){let n;for(let{label:i}of e)if(i!==void 0){if(n===void 0)n=i;else if(n!==i)return}if(n!==void 0)return!xr(t)&&t.percent&&(n=`${n} (%)`),{inferred:!0,toString:()=>n}}function xE(e){return Math.sign(Xr(e.domain()))*Math.sign(Xr(e.range()))}function Ad(e){let{marginTop:t,marginRight:n,marginBottom:i,marginLeft:r,width:s,height:o,facet:{marginTop:a,marginRight:c,marginBottom:l,marginLeft:u}}=e;return{marginTop:Math.max(t,a),marginRight:Math.max(n,c),marginBottom:Math.max(i,l),marginLeft:Math.max(r,u),width:s,height:o}}function My({fx:e,fy:t},n){let{marginTop:i,marginRight:r,marginBottom:s,marginLeft:o,width:a,height:c}=Ad(n);return{marginTop:i,marginRight:r,marginBottom:s,marginLeft:o,width:e?e.scale.bandwidth()+o+r:a,height:t?t.scale.bandwidth()+i+s:c,facet:{width:a,height:c}}}function pE(e,t){if(e.range===void 0){let{insetLeft:n,insetRight:i}=e,{width:r,marginLeft:s=0,marginRight:o=0}=t,a=s+n,c=r-o-i;e.range=[a,Math.max(a,c)],xr(e)||(e.range=bE(e)),e.scale.range(e.range)}vE(e)}function mE(e,t){if(e.range===void 0){let{insetTop:n,insetBottom:i}=e,{height:r,marginTop:s=0,marginBottom:o=0}=t,a=s+n,c=r-o-i;e.range=[Math.max(a,c),a],xr(e)?e.range.reverse():e.range=bE(e),e.scale.range(e.range)}vE(e)}function vE(e){e.round===void 0&&L4(e)&&R4(e)<=30&&e.scale.round(!0)}function R4({scale:e}){let t=e.domain().length,[n,i]=e.range(),r=e.paddingInner?e.paddingInner():1,s=e.paddingOuter?e.paddingOuter():e.padding(),o=t-r,a=Math.abs(i-n)/Math.max(1,o+s*2);return(a-Math.floor(a))*o}function bE(e){let t=e.scale.domain().length+wy(e);if(!(t>2))return e.range;let[n,i]=e.range;return Array.from({length:t},(r,s)=>n+s/(t-1)*(i-n))}function P4(e,t=[],n={}){let i=I4(e,t,n);if(n.type===void 0&&n.domain===void 0&&n.range===void 0&&n.interval==null&&e!=="fx"&&e!=="fy"&&xr({type:i})){let r=t.map(({value:s})=>s).filter(s=>s!==void 0);r.some(Le)?$n(`Warning: some data associated with the ${e} scale are dates. Dates are typically associated with a "utc" or "time" scale rather than a "${ec(i)}" scale. If you are using a bar mark, you probably want a rect mark with the interval option instead; if you are using a group transform, you probably want a bin transform instead. If you want to treat this data as ordinal, you can specify the interval of the ${e} scale (e.g., d3.utcDay), or you can suppress this warning by setting the type of the ${e} scale to "${ec(i)}".`):r.some(aT)?$n(`Warning: some data associated with the ${e} scale are strings that appear to be dates (e.g., YYYY-MM-DD). If these strings represent dates, you should parse them to Date objects. Dates are typically associated with a "utc" or "time" scale rather than a "${ec(i)}" scale. If you are using a bar mark, you probably want a rect mark with the interval option instead; if you are using a group transform, you probably want a bin transform instead. If you want to treat this data as ordinal, you can suppress this warning by setting the type of the ${e} scale to "${ec(i)}".`):r.some(cT)&&$n(`Warning: some data associated with the ${e} scale are strings that appear to be numbers. If these strings represent numbers, you should parse or coerce them to numbers. Numbers are typically associated with a "linear" scale rather than a "${ec(i)}" scale. If you want to treat this data as ordinal, you can specify the interval of the ${e} scale (e.g., 1 for integers), or you can suppress this warning by setting the type of the ${e} scale to "${ec(i)}".`)}switch(n.type=i,i){case"diverging":case"diverging-sqrt":case"diverging-pow":case"diverging-log":case"diverging-symlog":case"cyclical":case"sequential":case"linear":case"sqrt":case"threshold":case"quantile":case"pow":case"log":case"symlog":n=Ed(t,n,In);break;case"identity":switch(me.get(e)){case Ci:n=Ed(t,n,In);break;case qa:n=Ed(t,n,D4);break}break;case"utc":case"time":n=Ed(t,n,Z_);break}switch(i){case"diverging":return tE(e,t,n);case"diverging-sqrt":return eE(e,t,n);case"diverging-pow":return vy(e,t,n);case"diverging-log":return nE(e,t,n);case"diverging-symlog":return iE(e,t,n);case"categorical":case"ordinal":case tc:return lE(e,t,n);case"cyclical":case"sequential":case"linear":return XT(e,t,n);case"sqrt":return $T(e,t,n);case"threshold":return wd(e,t,n);case"quantile":return ZT(e,t,n);case"quantize":return JT(e,t,n);case"pow":return _y(e,t,n);case"log":return YT(e,t,n);case"symlog":return qT(e,t,n);case"utc":return oE(e,t,n);case"time":return sE(e,t,n);case"point":return uE(e,t,n);case"band":return fE(e,t,n);case"identity":return KT(e);case void 0:return;default:throw new Error(`unknown scale type: ${i}`)}}function ec(e){return typeof e=="symbol"?e.description:e}function gE(e){return typeof e=="string"?`${e}`.toLowerCase():e}var _E={toString:()=>"projection"};function I4(e,t,{type:n,domain:i,range:r,scheme:s,pivot:o,projection:a}){if(n=gE(n),e==="fx"||e==="fy")return"band";(e==="x"||e==="y")&&a!=null&&(n=_E);for(let u of t){let h=gE(u.type);if(h!==void 0){if(n===void 0)n=h;else if(n!==h)throw new Error(`scale incompatible with channel: ${n} !== ${h}`)}}if(n===_E)return;if(n!==void 0)return n;if(i===void 0&&!t.some(({value:u})=>u!==void 0))return;let c=me.get(e);if(c===Eo)return"sqrt";if(c===Co||c===Ao)return"linear";if(c===qa)return"ordinal";let l=(i??r)?.length;if(l<2||l>2)return by(c);if(i!==void 0){if(Q_(i))return by(c);if(Le(i))return"utc"}else{let u=t.map(({value:h})=>h).filter(h=>h!==void 0);if(u.some(Q_))return by(c);if(u.some(Le))return"utc"}if(c===ci){if(o!=null||VT(s))return"diverging";if(zT(s))return"categorical"}return"linear"}function by(e){switch(e){case Ci:return"point";case ci:return tc;default:return"ordinal"}}function xr({type:e}){return e==="ordinal"||e==="point"||e==="band"||e===tc}function wy({type:e}){return e==="threshold"}function L4({type:e}){return e==="point"||e==="band"}function Wl(e){if(e===void 0)return!0;let t=e.domain(),n=e(t[0]);for(let i=1,r=t.length;i<r;++i)if(e(t[i])-n)return!1;return!0}function Ed(e,{domain:t,...n},i){for(let r of e)r.value!==void 0&&(t===void 0&&(t=r.value?.domain),r.value=i(r.value));return{domain:t===void 0?t:i(t),...n}}function D4(e){return pe(e,Za)}function SE(e){return t=>{if(!me.has(t=`${t}`))throw new Error(`unknown scale: ${t}`);return e[t]}}function N4({scale:e,type:t,domain:n,range:i,interpolate:r,interval:s,transform:o,percent:a,pivot:c}){if(t==="identity")return{type:"identity",apply:u=>u,invert:u=>u};let l=e.unknown?e.unknown():void 0;return{type:t,domain:Cs(n),...i!==void 0&&{range:Cs(i)},...o!==void 0&&{transform:o},...a&&{percent:a},...l!==void 0&&{unknown:l},...s!==void 0&&{interval:s},...r!==void 0&&{interpolate:r},...e.clamp&&{clamp:e.clamp()},...c!==void 0&&{pivot:c,symmetric:!1},...e.base&&{base:e.base()},...e.exponent&&{exponent:e.exponent()},...e.constant&&{constant:e.constant()},...e.align&&{align:e.align(),round:e.round()},...e.padding&&(e.paddingInner?{paddingInner:e.paddingInner(),paddingOuter:e.paddingOuter()}:{padding:e.padding()}),...e.bandwidth&&{bandwidth:e.bandwidth(),step:e.step()},apply:u=>e(u),...e.invert&&{invert:u=>e.invert(u)}}}function wE(e,t){let{fx:n,fy:i}=Hl(e,t),r=n?.scale.domain(),s=i?.scale.domain();return r&&s?Eb(r,s).map(([o,a],c)=>({x:o,y:a,i:c})):r?r.map((o,a)=>({x:o,i:a})):s?s.map((o,a)=>({y:o,i:a})):void 0}function TE(e,{x:t,y:n}){return t&&(t=Ry(t)),n&&(n=Ry(n)),e.filter(t&&n?i=>t.has(i.x)&&n.has(i.y):t?i=>t.has(i.x):i=>n.has(i.y)).sort(t&&n?(i,r)=>t.get(i.x)-t.get(r.x)||n.get(i.y)-n.get(r.y):t?(i,r)=>t.get(i.x)-t.get(r.x):(i,r)=>n.get(i.y)-n.get(r.y))}function Rd(e,{fx:t,fy:n}){let i=Dn(e),r=t?.value,s=n?.value;return t&&n?Ur(i,o=>(o.fx=r[o[0]],o.fy=s[o[0]],o),o=>r[o],o=>s[o]):t?Ur(i,o=>(o.fx=r[o[0]],o),o=>r[o]):Ur(i,o=>(o.fy=s[o[0]],o),o=>s[o])}function EE(e,t,{marginTop:n,marginLeft:i}){let r=e?({x:o})=>e(o)-i:()=>0,s=t?({y:o})=>t(o)-n:()=>0;return function(o){this.tagName==="svg"?(this.setAttribute("x",r(o)),this.setAttribute("y",s(o))):this.setAttribute("transform",`translate(${r(o)},${s(o)})`)}}function AE(e){let t=[],n=new Uint32Array(zi(e,i=>i.length));for(let i of e){let r=0;for(let s of e)i!==s&&(n.set(s,r),r+=s.length);t.push(n.slice(0,r))}return t}var U4=new Map([["top",Ty],["right",Cy],["bottom",Ey],["left",Ay],["top-left",Cd(Ty,Ay)],["top-right",Cd(Ty,Cy)],["bottom-left",Cd(Ey,Ay)],["bottom-right",Cd(Ey,Cy)],["top-empty",O4],["right-empty",z4],["bottom-empty",B4],["left-empty",k4],["empty",G4]]);function CE(e){if(e==null)return null;let t=U4.get(`${e}`.toLowerCase());if(t)return t;throw new Error(`invalid facet anchor: ${e}`)}var ME=new WeakMap;function Ry(e){let t=ME.get(e);return t||ME.set(e,t=new di(pe(e,(n,i)=>[n,i]))),t}function Ds(e,t){return Ry(e).get(t)}function F4(e,t,n){return t=Ei(t),n=Ei(n),e.find(i=>Object.is(Ei(i.x),t)&&Object.is(Ei(i.y),n))}function Pd(e,t,n){return F4(e,t,n)?.empty}function Ty(e,{y:t},{y:n}){return t?Ds(t,n)===0:!0}function Ey(e,{y:t},{y:n}){return t?Ds(t,n)===t.length-1:!0}function Ay(e,{x:t},{x:n}){return t?Ds(t,n)===0:!0}function Cy(e,{x:t},{x:n}){return t?Ds(t,n)===t.length-1:!0}function O4(e,{y:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=Ds(t,i);if(s>0)return Pd(e,n,t[s-1])}function B4(e,{y:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=Ds(t,i);if(s<t.length-1)return Pd(e,n,t[s+1])}function k4(e,{x:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=Ds(t,n);if(s>0)return Pd(e,t[s-1],i)}function z4(e,{x:t},{x:n,y:i,empty:r}){if(r)return!1;if(!t)return;let s=Ds(t,n);if(s<t.length-1)return Pd(e,t[s+1],i)}function G4(e,t,{empty:n}){return n}function Cd(e,t){return function(){return e.apply(null,arguments)&&t.apply(null,arguments)}}function Id(e,{channels:{fx:t,fy:n},groups:i}){return t&&n?e.map(({x:r,y:s})=>i.get(r)?.get(s)??[]):t?e.map(({x:r})=>i.get(r)??[]):e.map(({y:r})=>i.get(r)??[])}var RE=Math.PI,Kr=2*RE,Py=.618;function PE({projection:e,inset:t=0,insetTop:n=t,insetRight:i=t,insetBottom:r=t,insetLeft:s=t}={},o){if(e==null)return;if(typeof e.stream=="function")return e;let a,c,l="frame";if(Xi(e)){let T;if({type:e,domain:c,inset:T,insetTop:n=T!==void 0?T:n,insetRight:i=T!==void 0?T:i,insetBottom:r=T!==void 0?T:r,insetLeft:s=T!==void 0?T:s,clip:l=l,...a}=e,e==null)return}typeof e!="function"&&({type:e}=Iy(e));let{width:u,height:h,marginLeft:f,marginRight:d,marginTop:p,marginBottom:_}=o,m=u-f-d-s-i,g=h-p-_-n-r;if(e=e?.({width:m,height:g,clip:l,...a}),e==null)return;l=V4(l,f,p,u-d,h-_);let x=f+s,M=p+n,v;if(c!=null){let[[T,b],[y,S]]=_l(e).bounds(c),P=Math.min(m/(y-T),g/(S-b));P>0?(x-=(P*(T+y)-m)/2,M-=(P*(b+S)-g)/2,v=yl({point(C,A){this.stream.point(C*P+x,A*P+M)}})):$n("Warning: the projection could not be fit to the specified domain; using the default scale.")}return v??(v=x===0&&M===0?IE():yl({point(T,b){this.stream.point(T+x,b+M)}})),{stream:T=>e.stream(v.stream(l(T)))}}function Iy(e){switch(`${e}`.toLowerCase()){case"albers-usa":return qi(NS,.7463,.4673);case"albers":return Ld(Ug,.7463,.4673);case"azimuthal-equal-area":return qi(OS,4,4);case"azimuthal-equidistant":return qi(kS,Kr,Kr);case"conic-conformal":return Ld(VS,Kr,Kr);case"conic-equal-area":return Ld(gl,6.1702,2.9781);case"conic-equidistant":return Ld(WS,7.312,3.6282);case"equal-earth":return qi($S,5.4133,2.6347);case"equirectangular":return qi(HS,Kr,RE);case"gnomonic":return qi(qS,3.4641,3.4641);case"identity":return{type:IE};case"reflect-y":return{type:H4};case"mercator":return qi(zS,Kr,Kr);case"orthographic":return qi(JS,2,2);case"stereographic":return qi(jS,2,2);case"transverse-mercator":return qi(tM,Kr,Kr);default:throw new Error(`unknown projection type: ${e}`)}}function V4(e,t,n,i,r){if(e===!1||e==null||typeof e=="number")return s=>s;if(e===!0&&(e="frame"),`${e}`.toLowerCase()==="frame")return Ig(t,n,i,r);throw new Error(`unknown projection clip type: ${e}`)}function qi(e,t,n){return{type:({width:i,height:r,rotate:s,precision:o=.15,clip:a})=>{let c=e();return o!=null&&c.precision?.(o),s!=null&&c.rotate?.(s),typeof a=="number"&&c.clipAngle?.(a),i!=null&&(c.scale(Math.min(i/t,r/n)),c.translate([i/2,r/2])),c},aspectRatio:n/t}}function Ld(e,t,n){let{type:i,aspectRatio:r}=qi(e,t,n);return{type:s=>{let{parallels:o,domain:a,width:c,height:l}=s,u=i(s);return o!=null&&(u.parallels(o),a===void 0&&c!=null&&u.fitSize([c,l],{type:"Sphere"})),u},aspectRatio:r}}var IE=ai({stream:e=>e}),H4=ai(yl({point(e,t){this.stream.point(e,-t)}}));function LE(e,t,n,i){let r=n[e],s=n[t],o=r.length,a=n[e]=new Float64Array(o).fill(NaN),c=n[t]=new Float64Array(o).fill(NaN),l,u=i.stream({point(h,f){a[l]=h,c[l]=f}});for(l=0;l<o;++l)u.point(r[l],s[l])}function DE({projection:e}={}){return e==null?!1:typeof e.stream=="function"?!0:(Xi(e)&&(e=e.type),e!=null)}function NE(e){if(typeof e?.stream=="function")return Py;if(Xi(e)){let t,n;if({domain:t,type:e,...n}=e,t!=null&&e!=null){let i=typeof e=="string"?Iy(e).type:e,[[r,s],[o,a]]=_l(i({...n,width:100,height:100})).bounds(t),c=(a-s)/(o-r);return c&&isFinite(c)?c<.2?.2:c>5?5:c:Py}}if(e!=null){if(typeof e!="function"){let{aspectRatio:t}=Iy(e);if(t)return t}return Py}}function UE(e){let t=[],n=[],i={scale:"x",value:t},r={scale:"y",value:n},s={point(o,a){t.push(o),n.push(a)},lineStart(){},lineEnd(){},polygonStart(){},polygonEnd(){},sphere(){}};for(let o of e.value)bs(o,s);return[i,r]}function FE({x:e,y:t}){if(e||t)return e??(e=n=>n),t??(t=n=>n),yl({point(n,i){this.stream.point(e(n),t(i))}})}function nc(e={}){let{document:t=typeof window<"u"?window.document:void 0,clip:n}=e;return{document:t,clip:Sd(n)}}function le(e,{document:t}){return Gi(Sa(e).call(t.documentElement))}var Dd=Symbol("unset");function Nd(e){return(e.length===1?W4:X4)(e)}function W4(e){let t,n=Dd;return i=>(Object.is(n,i)||(n=i,t=e(i)),t)}function X4(e){let t,n;return(...i)=>((n?.length!==i.length||n.some((r,s)=>!Object.is(r,i[s])))&&(n=i,t=e(...i)),t)}var $4=Nd(e=>new Intl.NumberFormat(e)),jG=Nd((e,t)=>new Intl.DateTimeFormat(e,{timeZone:"UTC",...t&&{month:t}})),QG=Nd((e,t)=>new Intl.DateTimeFormat(e,{timeZone:"UTC",...t&&{weekday:t}}));function Y4(e="en-US"){let t=$4(e);return n=>n!=null&&!isNaN(n)?t.format(n):void 0}function q4(e){return dd(e,"Invalid Date")}function Z4(e="en-US"){let t=Y4(e);return n=>(n instanceof Date?q4:typeof n=="number"?t:De)(n)}var vr=Z4();var un=(typeof window<"u"?window.devicePixelRatio>1:typeof it>"u")?0:.5,J4=0;function BE(){return`plot-clip-${++J4}`}function kE(e,{title:t,href:n,ariaLabel:i,ariaDescription:r,ariaHidden:s,target:o,fill:a,fillOpacity:c,stroke:l,strokeWidth:u,strokeOpacity:h,strokeLinejoin:f,strokeLinecap:d,strokeMiterlimit:p,strokeDasharray:_,strokeDashoffset:m,opacity:g,mixBlendMode:x,imageFilter:M,paintOrder:v,pointerEvents:T,shapeRendering:b,channels:y},{ariaLabel:S,fill:P="currentColor",fillOpacity:C,stroke:A="none",strokeOpacity:D,strokeWidth:B,strokeLinecap:I,strokeLinejoin:L,strokeMiterlimit:k,paintOrder:z}){P===null&&(a=null,c=null),A===null&&(l=null,h=null),nn(P)?!nn(A)&&(!nn(a)||y?.fill)&&(A="none"):nn(A)&&(!nn(l)||y?.stroke)&&(P="none");let[Z,U]=Wn(a,P),[V,Y]=Pe(c,C),[st,ct]=Wn(l,A),[X,at]=Pe(h,D),[ft,ot]=Pe(g);To(ct)||(u===void 0&&(u=B),d===void 0&&(d=I),f===void 0&&(f=L),p===void 0&&!fT(f)&&(p=k),!To(U)&&v===void 0&&(v=z));let[rt,J]=Pe(u);return P!==null&&(e.fill=Ie(U,"currentColor"),e.fillOpacity=Xl(Y,1)),A!==null&&(e.stroke=Ie(ct,"none"),e.strokeWidth=Xl(J,1),e.strokeOpacity=Xl(at,1),e.strokeLinejoin=Ie(f,"miter"),e.strokeLinecap=Ie(d,"butt"),e.strokeMiterlimit=Xl(p,4),e.strokeDasharray=Ie(_,"none"),e.strokeDashoffset=Ie(m,"0")),e.target=De(o),e.ariaLabel=De(S),e.ariaDescription=De(r),e.ariaHidden=De(s),e.opacity=Xl(ot,1),e.mixBlendMode=Ie(x,"normal"),e.imageFilter=Ie(M,"none"),e.paintOrder=Ie(v,"normal"),e.pointerEvents=Ie(T,"auto"),e.shapeRendering=Ie(b,"auto"),{title:{value:t,optional:!0,filter:null},href:{value:n,optional:!0,filter:null},ariaLabel:{value:i,optional:!0,filter:null},fill:{value:Z,scale:"auto",optional:!0},fillOpacity:{value:V,scale:"auto",optional:!0},stroke:{value:st,scale:"auto",optional:!0},strokeOpacity:{value:X,scale:"auto",optional:!0},strokeWidth:{value:rt,optional:!0},opacity:{value:ft,scale:"auto",optional:!0}}}function K4(e,t){t&&e.filter(n=>Il(t[n])).append("title").call(Q4,t)}function j4(e,t){t&&e.filter(([n])=>Il(t[n])).append("title").call(t5,t)}function Q4(e,t){t&&e.text(n=>vr(t[n]))}function t5(e,t){t&&e.text(([n])=>vr(t[n]))}function li(e,{target:t,tip:n},{ariaLabel:i,title:r,fill:s,fillOpacity:o,stroke:a,strokeOpacity:c,strokeWidth:l,opacity:u,href:h}){i&&Yt(e,"aria-label",f=>i[f]),s&&Yt(e,"fill",f=>s[f]),o&&Yt(e,"fill-opacity",f=>o[f]),a&&Yt(e,"stroke",f=>a[f]),c&&Yt(e,"stroke-opacity",f=>c[f]),l&&Yt(e,"stroke-width",f=>l[f]),u&&Yt(e,"opacity",f=>u[f]),h&&zE(e,f=>h[f],t),n||K4(e,r)}function Ud(e,{target:t,tip:n},{ariaLabel:i,title:r,fill:s,fillOpacity:o,stroke:a,strokeOpacity:c,strokeWidth:l,opacity:u,href:h}){i&&Yt(e,"aria-label",([f])=>i[f]),s&&Yt(e,"fill",([f])=>s[f]),o&&Yt(e,"fill-opacity",([f])=>o[f]),a&&Yt(e,"stroke",([f])=>a[f]),c&&Yt(e,"stroke-opacity",([f])=>c[f]),l&&Yt(e,"stroke-width",([f])=>l[f]),u&&Yt(e,"opacity",([f])=>u[f]),h&&zE(e,([f])=>h[f],t),n||j4(e,r)}function e5({ariaLabel:e,title:t,fill:n,fillOpacity:i,stroke:r,strokeOpacity:s,strokeWidth:o,opacity:a,href:c},{tip:l}){return[e,l?void 0:t,n,i,r,s,o,a,c].filter(u=>u!==void 0)}function n5(e,t,n){let i=to(e,r=>t[r]);return n===void 0&&i.size>1+e.length>>1&&$n("Warning: the implicit z channel has high cardinality. This may occur when the fill or stroke channel is associated with quantitative data rather than ordinal or categorical data. You can suppress this warning by setting the z option explicitly; if this data represents a single series, set z to null."),i.values()}function*Fd(e,t,n,i){let{z:r}=n,{z:s}=i,o=e5(i,n),a=[...t,...o];for(let c of s?n5(e,s,r):[e]){let l,u;t:for(let h of c){for(let f of a)if(!Ti(f[h])){u&&u.push(-1);continue t}if(l===void 0){u&&(yield u),l=o.map(f=>Ei(f[h])),u=[h];continue}u.push(h);for(let f=0;f<o.length;++f)if(Ei(o[f][h])!==l[f]){yield u,l=o.map(p=>Ei(p[h])),u=[h];continue t}}u&&(yield u)}}function i5(e,t,n,i){let r,{clip:s=i.clip}=t;s==="frame"?(e=le("svg:g",i).each(function(){this.appendChild(e.node()),e.node=()=>this}),r=s5(i,n)):s&&(r=a5(s,i)),Yt(e,"aria-label",t.ariaLabel),Yt(e,"aria-description",t.ariaDescription),Yt(e,"aria-hidden",t.ariaHidden),Yt(e,"clip-path",r)}function r5(e){let t=new WeakMap;return(n,i)=>{let r=t.get(n);if(!r){let s=BE();Gi(n.ownerSVGElement).append("clipPath").attr("id",s).call(e,n,i),t.set(n,r=`url(#${s})`)}return r}}var s5=r5((e,t,n)=>{let{width:i,height:r,marginLeft:s,marginRight:o,marginTop:a,marginBottom:c}=n;e.append("rect").attr("x",s).attr("y",a).attr("width",i-o-s).attr("height",r-a-c)}),OE=new WeakMap,o5={type:"Sphere"};function a5(e,t){let n,i;if((n=OE.get(t))||OE.set(t,n=new WeakMap),e.type==="Sphere"&&(e=o5),!(i=n.get(e))){let r=BE();Gi(t.ownerSVGElement).append("clipPath").attr("id",r).append("path").attr("d",t.path()(e)),n.set(e,i=`url(#${r})`)}return i}function We(e,t,n,i){i5(e,t,n,i),Yt(e,"class",t.className),Yt(e,"fill",t.fill),Yt(e,"fill-opacity",t.fillOpacity),Yt(e,"stroke",t.stroke),Yt(e,"stroke-width",t.strokeWidth),Yt(e,"stroke-opacity",t.strokeOpacity),Yt(e,"stroke-linejoin",t.strokeLinejoin),Yt(e,"stroke-linecap",t.strokeLinecap),Yt(e,"stroke-miterlimit",t.strokeMiterlimit),Yt(e,"stroke-dasharray",t.strokeDasharray),Yt(e,"stroke-dashoffset",t.strokeDashoffset),Yt(e,"shape-rendering",t.shapeRendering),Yt(e,"filter",t.imageFilter),Yt(e,"paint-order",t.paintOrder);let{pointerEvents:r=i.pointerSticky===!1?"none":void 0}=t;Yt(e,"pointer-events",r)}function Xe(e,t){c5(e,"mix-blend-mode",t.mixBlendMode),Yt(e,"opacity",t.opacity)}function zE(e,t,n){e.each(function(i){let r=t(i);if(r!=null){let s=this.ownerDocument.createElementNS(ys.svg,"a");s.setAttribute("fill","inherit"),s.setAttributeNS(ys.xlink,"href",r),n!=null&&s.setAttribute("target",n),this.parentNode.insertBefore(s,this).appendChild(this)}})}function Yt(e,t,n){n!=null&&e.attr(t,n)}function c5(e,t,n){n!=null&&e.style(t,n)}function $e(e,t,{x:n,y:i},r=un,s=un){r+=t.dx,s+=t.dy,n?.bandwidth&&(r+=n.bandwidth()/2),i?.bandwidth&&(s+=i.bandwidth()/2),(r||s)&&e.attr("transform",`translate(${r},${s})`)}function Ie(e,t){if((e=De(e))!==t)return e}function Xl(e,t){if((e=Ne(e))!==t)return e}var l5=/^-?([_a-z]|[\240-\377]|\\[0-9a-f]{1,6}(\r\n|[ \t\r\n\f])?|\\[^\r\n\f0-9a-f])([_a-z0-9-]|[\240-\377]|\\[0-9a-f]{1,6}(\r\n|[ \t\r\n\f])?|\\[^\r\n\f0-9a-f])*$/i;function ic(e){if(e===void 0)return"plot-d6a7b5";if(e=`${e}`,!l5.test(e))throw new Error(`invalid class name: ${e}`);return e}function rc(e,t){if(typeof t=="string")e.property("style",t);else if(t!=null)for(let n of e)Object.assign(n.style,t)}function br({frameAnchor:e},{width:t,height:n,marginTop:i,marginRight:r,marginBottom:s,marginLeft:o}){return[/left$/.test(e)?o:/right$/.test(e)?t-r:(o+t-r)/2,/^top/.test(e)?i:/^bottom/.test(e)?n-s:(i+n-s)/2]}var Se=class{constructor(t,n={},i={},r){let{facet:s="auto",facetAnchor:o,fx:a,fy:c,sort:l,dx:u=0,dy:h=0,margin:f=0,marginTop:d=f,marginRight:p=f,marginBottom:_=f,marginLeft:m=f,className:g,clip:x=r?.clip,channels:M,tip:v,render:T}=i;if(this.data=t,this.sort=Rs(l)?l:null,this.initializer=Yr(i).initializer,this.transform=this.initializer?i.transform:Ro(i).transform,s===null||s===!1?this.facet=null:(this.facet=Ln(s===!0?"include":s,"facet",["auto","include","exclude","super"]),this.fx=t===Va&&typeof a=="string"?[a]:a,this.fy=t===Va&&typeof c=="string"?[c]:c),this.facetAnchor=CE(o),n=ty(n),M!==void 0&&(n={...u5(M),...n}),r!==void 0&&(n={...kE(this,i,r),...n}),this.channels=Object.fromEntries(Object.entries(n).map(([b,y])=>{if(Wa(y.value)){let{value:S,label:P=y.label,scale:C=y.scale}=y.value;y={...y,label:P,scale:C,value:S}}if(t===Va&&typeof y.value=="string"){let{value:S}=y;y={...y,value:[S]}}return[b,y]}).filter(([b,{value:y,optional:S}])=>{if(y!=null)return!0;if(S)return!1;throw new Error(`missing channel value: ${b}`)})),this.dx=+u,this.dy=+h,this.marginTop=+d,this.marginRight=+p,this.marginBottom=+_,this.marginLeft=+m,this.clip=Sd(x),this.tip=f5(v),this.className=De(g),this.facet==="super"){if(a||c)throw new Error("super-faceting cannot use fx or fy");for(let b in this.channels){let{scale:y}=n[b];if(!(y!=="x"&&y!=="y"))throw new Error("super-faceting cannot use x or y")}}T!=null&&(this.render=Dy(T,this.render))}initialize(t,n,i){let r=$r(this.data);t===void 0&&r!=null&&(t=[Dn(r)]);let s=t;this.transform!=null&&({facets:t,data:r}=this.transform(r,t,i),r=$r(r)),t!==void 0&&(t.original=s);let o=PT(this.channels,r);return this.sort!=null&&LT(r,t,o,n,this.sort),{data:r,facets:t,channels:o}}filter(t,n,i){for(let r in n){let{filter:s=Ti}=n[r];if(s!==null){let o=i[r];t=t.filter(a=>s(o[a]))}}return t}project(t,n,i){for(let r in t)if(t[r].scale==="x"&&/^x|x$/.test(r)){let s=r.replace(/^x|x$/,"y");s in t&&t[s].scale==="y"&&LE(r,s,n,i.projection)}}scale(t,n,i){let r=IT(t,n);return i.projection&&this.project(t,r,i),r}};function Ly(...e){return e.plot=Se.prototype.plot,e}function Dy(e,t){if(e==null)return t===null?void 0:t;if(t==null)return e===null?void 0:e;if(typeof e!="function")throw new TypeError(`invalid render transform: ${e}`);if(typeof t!="function")throw new TypeError(`invalid render transform: ${t}`);return function(n,i,r,s,o,a){return e.call(this,n,i,r,s,o,(c,l,u,h,f)=>t.call(this,c,l,u,h,f,a))}}function u5(e){return Object.fromEntries(Object.entries(ty(e)).map(([t,n])=>(n=typeof n=="string"?{value:n,label:t}:yr(n),n.filter===void 0&&n.scale==null&&(n={...n,filter:null}),[t,n])))}function f5(e){return e===!0?"xy":e===!1||e==null?null:typeof e=="string"?Ln(e,"tip",["x","y","xy"]):e}function Po(e,t){return e?.tip===!0?{...e,tip:t}:Xi(e?.tip)&&e.tip.pointer===void 0?{...e,tip:{...e.tip,pointer:t}}:e}function VE(e,t,n={}){let i=.5-un,r=.5+un,s=.5+un,o=.5-un;for(let{marginTop:_,marginRight:m,marginBottom:g,marginLeft:x}of t)_>i&&(i=_),m>r&&(r=m),g>s&&(s=g),x>o&&(o=x);let{margin:a,marginTop:c=a!==void 0?a:i,marginRight:l=a!==void 0?a:r,marginBottom:u=a!==void 0?a:s,marginLeft:h=a!==void 0?a:o}=n;c=+c,l=+l,u=+u,h=+h;let{width:f=640,height:d=h5(e,n,{width:f,marginTopDefault:i,marginRightDefault:r,marginBottomDefault:s,marginLeftDefault:o})+Math.max(0,c-i+u-s)}=n;f=+f,d=+d;let p={width:f,height:d,marginTop:c,marginRight:l,marginBottom:u,marginLeft:h};if(e.fx||e.fy){let{margin:_,marginTop:m=_!==void 0?_:c,marginRight:g=_!==void 0?_:l,marginBottom:x=_!==void 0?_:u,marginLeft:M=_!==void 0?_:h}=n.facet??{};m=+m,g=+g,x=+x,M=+M,p.facet={marginTop:m,marginRight:g,marginBottom:x,marginLeft:M}}return p}function h5({x:e,y:t,fy:n,fx:i},{projection:r,aspectRatio:s},{width:o,marginTopDefault:a,marginRightDefault:c,marginBottomDefault:l,marginLeftDefault:u}){let h=n&&n.scale.domain().length||1,f=NE(r);if(f){let p=i?i.scale.domain().length:1,_=(1.1*h-.1)/(1.1*p-.1)*f,m=Math.max(.1,Math.min(10,_));return Math.round((o-u-c)*m+a+l)}let d=t?xr(t)?t.scale.domain().length||1:Math.max(7,17/h):1;if(s!=null){if(s=+s,!(isFinite(s)&&s>0))throw new Error(`invalid aspectRatio: ${s}`);let p=GE("y",t)/(GE("x",e)*s),_=i?i.scale.bandwidth():1,m=n?n.scale.bandwidth():1,g=_*(o-u-c)-e.insetLeft-e.insetRight;return(p*g+t.insetTop+t.insetBottom)/m+a+l}return!!(t||n)*Math.max(1,Math.min(60,d*h))*20+!!i*30+60}function GE(e,t){if(!t)throw new Error(`aspectRatio requires ${e} scale`);let{type:n,domain:i}=t,r;switch(n){case"linear":case"utc":case"time":r=Number;break;case"pow":{let a=t.scale.exponent();r=c=>Math.pow(c,a);break}case"log":r=Math.log;break;case"point":case"band":return i.length;default:throw new Error(`unsupported ${e} scale for aspectRatio: ${n}`)}let[s,o]=ln(i);return Math.abs(r(o)-r(s))}var HE=new WeakMap;function Ny(e,t,{x:n,y:i,px:r,py:s,maxRadius:o=40,channels:a,render:c,...l}={}){return o=+o,r!=null&&(n??(n=null),a={...a,px:{value:r,scale:"x"}}),s!=null&&(i??(i=null),a={...a,py:{value:s,scale:"y"}}),{x:n,y:i,channels:a,...l,render:Dy(function(u,h,f,d,p,_){p={...p,pointerSticky:!1};let m=p.ownerSVGElement,{data:g}=p.getMarkState(this),x=HE.get(m);x||HE.set(m,x={sticky:!1,roots:[],renders:[]});let M=x.renders.push(ct)-1,{x:v,y:T,fx:b,fy:y}=h,S=b?b(u.fx)-d.marginLeft:0,P=y?y(u.fy)-d.marginTop:0;v?.bandwidth&&(S+=v.bandwidth()/2),T?.bandwidth&&(P+=T.bandwidth()/2);let C=u.fi!=null,A;if(C){let ot=x.facetStates;ot||(x.facetStates=ot=new Map),A=ot.get(this),A||ot.set(this,A=new Map)}let[D,B]=br(this,d),{px:I,py:L}=f,k=I?ot=>I[ot]:Uy(f,D),z=L?ot=>L[ot]:Fy(f,B),Z,U,V,Y;function st(ot,rt){if(C)if(Y&&(Y=cancelAnimationFrame(Y)),ot==null)A.delete(u.fi);else{A.set(u.fi,rt),Y=requestAnimationFrame(()=>{Y=null;for(let[J,gt]of A)if(gt<rt||gt===rt&&J<u.fi){ot=null;break}ct(ot)});return}ct(ot)}function ct(ot){if(Z===ot&&V===x.sticky)return;Z=ot,V=p.pointerSticky=x.sticky;let rt=Z==null?[]:[Z];C&&(rt.fx=u.fx,rt.fy=u.fy,rt.fi=u.fi);let J=_(rt,h,f,d,p);if(U){if(C){let gt=U.parentNode,lt=U.getAttribute("transform"),K=J.getAttribute("transform");lt?J.setAttribute("transform",lt):J.removeAttribute("transform"),K?gt.setAttribute("transform",K):gt.removeAttribute("transform"),J.removeAttribute("aria-label"),J.removeAttribute("aria-description"),J.removeAttribute("aria-hidden")}U.replaceWith(J)}if(x.roots[M]=U=J,!(Z==null&&A?.size>1)){let gt=Z==null?null:Wi(g)?g[Z]:g.get(Z);p.dispatchValue(gt)}return J}function X(ot){if(x.sticky||ot.pointerType==="mouse"&&ot.buttons===1)return;let[rt,J]=e1(ot);rt-=S,J-=P;let gt=rt<d.marginLeft||rt>d.width-d.marginRight?1:e,lt=J<d.marginTop||J>d.height-d.marginBottom?1:t,K=null,Pt=o*o;for(let pt of u){let Ft=gt*(k(pt)-rt),Gt=lt*(z(pt)-J),oe=Ft*Ft+Gt*Gt;oe<=Pt&&(K=pt,Pt=oe)}if(K!=null&&(e!==1||t!==1)){let pt=k(K)-rt,Ft=z(K)-J;Pt=pt*pt+Ft*Ft}st(K,Pt)}function at(ot){ot.pointerType==="mouse"&&Z!=null&&(x.sticky&&x.roots.some(rt=>rt?.contains(ot.target))||(x.sticky?(x.sticky=!1,x.renders.forEach(rt=>rt(null))):(x.sticky=!0,ct(Z)),ot.stopImmediatePropagation()))}function ft(ot){ot.pointerType==="mouse"&&(x.sticky||st(null))}return m.addEventListener("pointerenter",X),m.addEventListener("pointermove",X),m.addEventListener("pointerdown",at),m.addEventListener("pointerleave",ft),ct(null)},c)}}function $l(e){return Ny(1,1,e)}function Yl(e){return Ny(1,.01,e)}function Od(e){return Ny(.01,1,e)}function Uy({x1:e,x2:t,x:n=e},i){return e&&t?r=>(e[r]+t[r])/2:n?r=>n[r]:()=>i}function Fy({y1:e,y2:t,y:n=e},i){return e&&t?r=>(e[r]+t[r])/2:n?r=>n[r]:()=>i}function Bd(e){return xr(e)&&e.interval===void 0?void 0:"tabular-nums"}function WE(e,t){let{label:n=e.label,tickSize:i=6,width:r=240,height:s=44+i,marginTop:o=18,marginRight:a=0,marginBottom:c=16+i,marginLeft:l=0,style:u,ticks:h=(r-l-a)/64,tickFormat:f,fontVariant:d=Bd(e),round:p=!0,opacity:_,className:m}=t,g=nc(t);m=ic(m),_=Pe(_)[1],f===null&&(f=()=>null);let x=le("svg",g).attr("class",`${m}-ramp`).attr("font-family","system-ui, sans-serif").attr("font-size",10).attr("width",r).attr("height",s).attr("viewBox",`0 0 ${r} ${s}`).call(D=>D.append("style").text(`:where(.${m}-ramp) {
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
  overflow: visible;
}
:where(.${m}-ramp text) {
  white-space: pre;
}`)).call(rc,u),M=D=>D.selectAll(".tick line").attr("y1",o+c-s),v,T=p?(D,B)=>D.rangeRound(B):(D,B)=>D.range(B),{type:b,domain:y,range:S,interpolate:P,scale:C,pivot:A}=e;if(P){let D=S===void 0?P:vs(P.length===1?Vl(P):P,S);v=T(C.copy(),Cn(Ge(l,r-a),Math.min(y.length+(A!==void 0),S===void 0?1/0:S.length)));let B=256,I=g.document.createElement("canvas");I.width=B,I.height=1;let L=I.getContext("2d");for(let k=0,z=B-1;k<B;++k)L.fillStyle=D(k/z),L.fillRect(k,0,1,1);x.append("image").attr("opacity",_).attr("x",l).attr("y",o).attr("width",r-l-a).attr("height",s-o-c).attr("preserveAspectRatio","none").attr("xlink:href",I.toDataURL())}else if(b==="threshold"){let D=y,B=f===void 0?I=>I:typeof f=="string"?or(f):f;v=T(Al().domain([-1,S.length-1]),[l,r-a]),x.append("g").attr("fill-opacity",_).selectAll().data(S).enter().append("rect").attr("x",(I,L)=>v(L-1)).attr("y",o).attr("width",(I,L)=>v(L)-v(L-1)).attr("height",s-o-c).attr("fill",I=>I),h=pe(D,(I,L)=>L),f=I=>B(D[I],I)}else v=T(Oa().domain(y),[l,r-a]),x.append("g").attr("fill-opacity",_).selectAll().data(y).enter().append("rect").attr("x",v).attr("y",o).attr("width",Math.max(0,v.bandwidth()-1)).attr("height",s-o-c).attr("fill",C),M=()=>{};return x.append("g").attr("transform",`translate(0,${s-c})`).call(Hb(v).ticks(Array.isArray(h)?null:h,typeof f=="string"?f:void 0).tickFormat(typeof f=="function"?f:void 0).tickSize(i).tickValues(Array.isArray(h)?h:null)).attr("font-size",null).attr("font-family",null).attr("font-variant",Ie(d,"normal")).call(M).call(D=>D.select(".domain").remove()),n!==void 0&&x.append("text").attr("x",l).attr("y",o-6).attr("fill","currentColor").attr("font-weight","bold").text(n),x.node()}var Oy=Math.PI/180;function Io(e,{marker:t,markerStart:n=t,markerMid:i=t,markerEnd:r=t}={}){e.markerStart=By(n),e.markerMid=By(i),e.markerEnd=By(r)}function By(e){if(e==null||e===!1)return null;if(e===!0)return $E;if(typeof e=="function")return e;switch(`${e}`.toLowerCase()){case"none":return null;case"arrow":return XE("auto");case"arrow-reverse":return XE("auto-start-reverse");case"dot":return d5;case"circle":case"circle-fill":return $E;case"circle-stroke":return p5;case"tick":return ky("auto");case"tick-x":return ky(90);case"tick-y":return ky(0)}throw new Error(`invalid marker: ${e}`)}function XE(e){return(t,n)=>le("svg:marker",n).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("orient",e).attr("fill","none").attr("stroke",t).attr("stroke-width",1.5).attr("stroke-linecap","round").attr("stroke-linejoin","round").call(i=>i.append("path").attr("d","M-1.5,-3l3,3l-3,3")).node()}function d5(e,t){return le("svg:marker",t).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("fill",e).attr("stroke","none").call(n=>n.append("circle").attr("r",2.5)).node()}function $E(e,t){return le("svg:marker",t).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("fill",e).attr("stroke","var(--plot-background)").attr("stroke-width",1.5).call(n=>n.append("circle").attr("r",3)).node()}function p5(e,t){return le("svg:marker",t).attr("viewBox","-5 -5 10 10").attr("markerWidth",6.67).attr("markerHeight",6.67).attr("fill","var(--plot-background)").attr("stroke",e).attr("stroke-width",1.5).call(n=>n.append("circle").attr("r",3)).node()}function ky(e){return(t,n)=>le("svg:marker",n).attr("viewBox","-3 -3 6 6").attr("markerWidth",6).attr("markerHeight",6).attr("orient",e).attr("stroke",t).call(i=>i.append("path").attr("d","M0,-3v6")).node()}var m5=0;function ql(e,t,{stroke:n},i){return ZE(e,t,n&&(r=>n[r]),null,i)}function YE(e,t,{stroke:n,z:i},r){return ZE(e,t,n&&(([s])=>n[s]),i,r)}var zy=1,qE=2;function g5(e,t){let n=new Uint8Array(t.length),i=e.data().filter(s=>s.length>1),r=i.length;for(let s=0,o=Dd;s<r;++s){let a=i[s];if(a.length>1){let c=a[0];o!==(o=Ei(t[c]))&&(n[c]|=zy)}}for(let s=r-1,o=Dd;s>=0;--s){let a=i[s];if(a.length>1){let c=a[0];o!==(o=Ei(t[c]))&&(n[c]|=qE)}}return([s])=>n[s]}function ZE(e,{markerStart:t,markerMid:n,markerEnd:i,stroke:r},s=()=>r,o,a){if(!t&&!n&&!i)return;let c=new Map,l=o&&g5(e,o);function u(h,f,d){return function(p){if(d&&!d(p))return;let _=s(p),m=c.get(f);m||c.set(f,m=new Map);let g=m.get(_);if(!g){let x=this.parentNode.insertBefore(f(_,a),this),M=`plot-marker-${++m5}`;x.setAttribute("id",M),m.set(_,g=`url(#${M})`)}this.setAttribute(h,g)}}t&&e.each(u("marker-start",t,l&&(h=>l(h)&zy))),n&&l&&e.each(u("marker-start",n,h=>!(l(h)&zy))),n&&e.each(u("marker-mid",n)),i&&e.each(u("marker-end",i,l&&(h=>l(h)&qE)))}function Zl({inset:e,insetLeft:t,insetRight:n,...i}={}){return[t,n]=JE(e,t,n),{inset:e,insetLeft:t,insetRight:n,...i}}function kd({inset:e,insetTop:t,insetBottom:n,...i}={}){return[t,n]=JE(e,t,n),{inset:e,insetTop:t,insetBottom:n,...i}}function JE(e,t,n){return e===void 0&&t===void 0&&n===void 0?un?[1,0]:[.5,.5]:[t,n]}function KE(e,{interval:t}){return e={...yr(e)},e.interval=yd(e.interval===void 0?t:e.interval),e}function jE(e,t,n,i){let{[e]:r,[`${e}1`]:s,[`${e}2`]:o}=n,{value:a,interval:c}=KE(r,n);if(a==null||c==null&&!i)return n;let l=Yi(r);if(c==null){let d,p={transform:_=>d||(d=Te(_,a)),label:l};return{...n,[e]:void 0,[`${e}1`]:s===void 0?p:s,[`${e}2`]:o===void 0&&!(s===o&&i)?p:o}}let u,h;function f(d){return h!==void 0&&d===u?h:h=pe(Te(u=d,a),p=>c.floor(p))}return t({...n,[e]:void 0,[`${e}1`]:s===void 0?{transform:f,label:l}:s,[`${e}2`]:o===void 0?{transform:d=>f(d).map(p=>c.offset(p)),label:l}:o})}function QE(e,t,n){let{[e]:i}=n,{value:r,interval:s}=KE(i,n);return r==null||s==null?n:t({...n,[e]:{label:Yi(i),transform:o=>{let a=pe(Te(o,r),l=>s.floor(l)),c=a.map(l=>s.offset(l));return a.map(Le(a)?(l,u)=>l==null||isNaN(l=+l)||(u=c[u],u==null)||isNaN(u=+u)?void 0:new Date((l+u)/2):(l,u)=>l==null||(u=c[u],u==null)?NaN:(+l+ +u)/2)}}})}function tA(e={}){return jE("x",Zl,e)}function eA(e={}){return jE("y",kd,e)}function zd(e={}){return QE("x",Zl,e)}function Gy(e={}){return QE("y",kd,e)}var nA={ariaLabel:"rule",fill:null,stroke:"currentColor"},Vy=class extends Se{constructor(t,n={}){let{x:i,y1:r,y2:s,inset:o=0,insetTop:a=o,insetBottom:c=o}=n;super(t,{x:{value:i,scale:"x",optional:!0},y1:{value:r,scale:"y",optional:!0},y2:{value:s,scale:"y",optional:!0}},Po(n,"x"),nA),this.insetTop=Ne(a),this.insetBottom=Ne(c),Io(this,n)}render(t,n,i,r,s){let{x:o,y:a}=n,{x:c,y1:l,y2:u}=i,{width:h,height:f,marginTop:d,marginRight:p,marginLeft:_,marginBottom:m}=r,{insetTop:g,insetBottom:x}=this;return le("svg:g",s).call(We,this,r,s).call($e,this,{x:c&&o},un,0).call(M=>M.selectAll().data(t).enter().append("line").call(Xe,this).attr("x1",c?v=>c[v]:(_+h-p)/2).attr("x2",c?v=>c[v]:(_+h-p)/2).attr("y1",l&&!Wl(a)?v=>l[v]+g:d+g).attr("y2",u&&!Wl(a)?a.bandwidth?v=>u[v]+a.bandwidth()-x:v=>u[v]-x:f-m-x).call(li,this,i).call(ql,this,i,s)).node()}},Hy=class extends Se{constructor(t,n={}){let{x1:i,x2:r,y:s,inset:o=0,insetRight:a=o,insetLeft:c=o}=n;super(t,{y:{value:s,scale:"y",optional:!0},x1:{value:i,scale:"x",optional:!0},x2:{value:r,scale:"x",optional:!0}},Po(n,"y"),nA),this.insetRight=Ne(a),this.insetLeft=Ne(c),Io(this,n)}render(t,n,i,r,s){let{x:o,y:a}=n,{y:c,x1:l,x2:u}=i,{width:h,height:f,marginTop:d,marginRight:p,marginLeft:_,marginBottom:m}=r,{insetLeft:g,insetRight:x}=this;return le("svg:g",s).call(We,this,r,s).call($e,this,{y:c&&a},0,un).call(M=>M.selectAll().data(t).enter().append("line").call(Xe,this).attr("x1",l&&!Wl(o)?v=>l[v]+g:_+g).attr("x2",u&&!Wl(o)?o.bandwidth?v=>u[v]+o.bandwidth()-x:v=>u[v]-x:h-p-x).attr("y1",c?v=>c[v]:(d+f-m)/2).attr("y2",c?v=>c[v]:(d+f-m)/2).call(li,this,i).call(ql,this,i,s)).node()}};function iA(e,t){let{x:n=be,y:i,y1:r,y2:s,...o}=eA(t);return[r,s]=sA(i,r,s),new Vy(e,{...o,x:n,y1:r,y2:s})}function rA(e,t){let{y:n=be,x:i,x1:r,x2:s,...o}=tA(t);return[r,s]=sA(i,r,s),new Hy(e,{...o,y:n,x1:r,x2:s})}function sA(e,t,n){if(e==null){if(t===void 0){if(n!==void 0)return[0,n]}else if(n===void 0)return[0,t]}else{if(t===void 0)return n===void 0?[0,e]:[e,n];if(n===void 0)return[e,t]}return[t,n]}function sc(e,...t){let n=t.length;for(let i=0,r=!0;i<n;++i)typeof t[i]!="function"&&(r&&(e=e.slice(),r=!1),e.splice(i,2,e[i]+t[i]+e[i+1]),t.splice(i,1),--i,--n);return i=>{let r=e[0];for(let s=0;s<n;++s)r+=t[s](i)+e[s+1];return r}}var _5={ariaLabel:"text",strokeLinejoin:"round",strokeWidth:3,paintOrder:"stroke"},uA="\xAD",Jl=class extends Se{constructor(t,n={}){let{x:i,y:r,text:s=Xn(t)&&xd(t)?be:As,frameAnchor:o,textAnchor:a=/right$/i.test(o)?"end":/left$/i.test(o)?"start":"middle",lineAnchor:c=/^top/i.test(o)?"top":/^bottom/i.test(o)?"bottom":"middle",lineHeight:l=1,lineWidth:u=1/0,textOverflow:h,monospace:f,fontFamily:d=f?"ui-monospace, monospace":void 0,fontSize:p,fontStyle:_,fontVariant:m,fontWeight:g,rotate:x}=n,[M,v]=Pe(x,0),[T,b]=b5(p);if(super(t,{x:{value:i,scale:"x",optional:!0},y:{value:r,scale:"y",optional:!0},fontSize:{value:T,optional:!0},rotate:{value:oT(M),optional:!0},text:{value:s,filter:Il,optional:!0}},n,_5),this.rotate=v,this.textAnchor=Ie(a,"middle"),this.lineAnchor=Ln(c,"lineAnchor",["top","middle","bottom"]),this.lineHeight=+l,this.lineWidth=+u,this.textOverflow=Xy(h),this.monospace=!!f,this.fontFamily=De(d),this.fontSize=b,this.fontStyle=De(_),this.fontVariant=De(m),this.fontWeight=De(g),this.frameAnchor=Ls(o),!(this.lineWidth>=0))throw new Error(`invalid lineWidth: ${u}`);this.splitLines=qy(this),this.clipLine=Zy(this)}render(t,n,i,r,s){let{x:o,y:a}=n,{x:c,y:l,rotate:u,text:h,title:f,fontSize:d}=i,{rotate:p}=this,[_,m]=br(this,r);return le("svg:g",s).call(We,this,r,s).call(Yy,this,h,r).call($e,this,{x:c&&o,y:l&&a}).call(g=>g.selectAll().data(t).enter().append("text").call(Xe,this).call(y5,this,h,f).attr("transform",sc`translate(${c?x=>c[x]:_},${l?x=>l[x]:m})${u?x=>` rotate(${u[x]})`:p?` rotate(${p})`:""}`).call(Yt,"font-size",d&&(x=>d[x])).call(li,this,i)).node()}};function Xy(e){return e==null?null:Ln(e,"textOverflow",["clip","ellipsis","clip-start","clip-end","ellipsis-start","ellipsis-middle","ellipsis-end"]).replace(/^(clip|ellipsis)$/,"$1-end")}function y5(e,t,n,i){if(!n)return;let{lineAnchor:r,lineHeight:s,textOverflow:o,splitLines:a,clipLine:c}=t;e.each(function(l){let u=a(vr(n[l])??"").map(c),h=u.length,f=r==="top"?.71:r==="bottom"?1-h:(164-h*100)/200;if(h>1){let d=0;for(let p=0;p<h;++p){if(++d,!u[p])continue;let _=this.ownerDocument.createElementNS(ys.svg,"tspan");_.setAttribute("x",0),p===d-1?_.setAttribute("y",`${(f+p)*s}em`):_.setAttribute("dy",`${d*s}em`),_.textContent=u[p],this.appendChild(_),d=0}}else f&&this.setAttribute("y",`${f*s}em`),this.textContent=u[0];if(o&&!i&&u[0]!==n[l]){let d=this.ownerDocument.createElementNS(ys.svg,"title");d.textContent=n[l],this.appendChild(d)}})}function $y(e,{x:t,y:n,...i}={}){return i.frameAnchor===void 0&&([t,n]=$i(t,n)),new Jl(e,{...i,x:t,y:n})}function fA(e,{x:t=be,...n}={}){return new Jl(e,Gy({...n,x:t}))}function hA(e,{y:t=be,...n}={}){return new Jl(e,zd({...n,y:t}))}function Yy(e,t,n){Yt(e,"text-anchor",t.textAnchor),Yt(e,"font-family",t.fontFamily),Yt(e,"font-size",t.fontSize),Yt(e,"font-style",t.fontStyle),Yt(e,"font-variant",t.fontVariant===void 0?x5(n):t.fontVariant),Yt(e,"font-weight",t.fontWeight)}function x5(e){return e&&(lT(e)||Le(e))?"tabular-nums":void 0}var v5=new Set(["inherit","initial","revert","unset","xx-small","x-small","small","medium","large","x-large","xx-large","xxx-large","larger","smaller"]);function b5(e){return e==null||typeof e=="number"?[void 0,e]:typeof e!="string"?[e,void 0]:(e=e.trim().toLowerCase(),v5.has(e)||/^[+-]?\d*\.?\d+(e[+-]?\d+)?(\w*|%)$/.test(e)?[void 0,e]:[e,void 0])}function S5(e,t,n){let i=[],r,s=0;for(let[o,a,c]of M5(e)){if(r===void 0&&(r=o),s>r&&n(e,r,a)>t&&(i.push(e.slice(r,s)+(e[s-1]===uA?"-":"")),r=o),c){i.push(e.slice(r,a)),r=void 0;continue}s=a}return i}function*M5(e){let t=0,n=0,i=e.length;for(;n<i;){let r=1;switch(e[n]){case uA:case"-":++n,yield[t,n,!1],t=n;break;case" ":for(yield[t,n,!1];e[++n]===" ";);t=n;break;case"\r":e[n+1]===`
`&&++r;case`
`:yield[t,n,!0],n+=r,t=n;break;default:++n;break}}yield[t,n,!0]}var oA={a:56,b:63,c:57,d:63,e:58,f:37,g:62,h:60,i:26,j:26,k:55,l:26,m:88,n:60,o:60,p:62,q:62,r:39,s:54,t:38,u:60,v:55,w:79,x:54,y:55,z:55,A:69,B:67,C:73,D:74,E:61,F:58,G:76,H:75,I:28,J:55,K:67,L:58,M:89,N:75,O:78,P:65,Q:78,R:67,S:65,T:65,U:75,V:69,W:98,X:69,Y:67,Z:67,0:64,1:48,2:62,3:64,4:66,5:63,6:65,7:58,8:65,9:65," ":29,"!":32,'"':49,"'":31,"(":39,")":39,",":31,"-":48,".":31,"/":32,":":31,";":31,"?":52,"\u2018":31,"\u2019":31,"\u201C":47,"\u201D":47,"\u2026":82};function Gd(e,t=0,n=e.length){let i=0;for(let r=t;r<n;r=oc(e,r))i+=oA[e[r]]??(pA(e,r)?120:oA.e);return i}function Vd(e,t=0,n=e.length){let i=0;for(let r=t;r<n;r=oc(e,r))i+=pA(e,r)?126:63;return i}function qy({monospace:e,lineWidth:t,textOverflow:n}){if(n!=null||t==1/0)return s=>s.split(/\r\n?|\n/g);let i=e?Vd:Gd,r=t*100;return s=>S5(s,r,i)}function Zy({monospace:e,lineWidth:t,textOverflow:n}){if(n==null||t==1/0)return s=>s;let i=e?Vd:Gd,r=t*100;switch(n){case"clip-start":return s=>cA(s,r,i,"");case"clip-end":return s=>aA(s,r,i,"");case"ellipsis-start":return s=>cA(s,r,i,Lo);case"ellipsis-middle":return s=>w5(s,r,i,Lo);case"ellipsis-end":return s=>aA(s,r,i,Lo)}}var Lo="\u2026";function Do(e,t,n,i){let r=[],s=0;for(let o=0,a=0,c=e.length;o<c;o=a){a=oc(e,o);let l=n(e,o,a);if(s+l>t){for(s+=i;s>t&&o>0;)a=o,o=r.pop(),s-=n(e,o,a);return[o,t-s]}s+=l,r.push(o)}return[-1,0]}function aA(e,t,n,i){e=e.trim();let r=n(i),[s]=Do(e,t,n,r);return s<0?e:e.slice(0,s).trimEnd()+i}function w5(e,t,n,i){e=e.trim();let r=n(e);if(r<=t)return e;let s=n(i)/2,[o,a]=Do(e,t/2,n,s),[c]=Do(e,r-t/2-a+s,n,-s);return c<0?i:e.slice(0,o).trimEnd()+i+e.slice(oc(e,c)).trimStart()}function cA(e,t,n,i){e=e.trim();let r=n(e);if(r<=t)return e;let s=n(i),[o]=Do(e,r-t+s,n,-s);return o<0?i:i+e.slice(oc(e,o)).trimStart()}var Wy=/[\p{Combining_Mark}\p{Emoji_Modifier}]+/uy,lA=/\p{Extended_Pictographic}/uy;function oc(e,t){return t+=T5(e,t)?2:1,A5(e,t)&&(t=Wy.lastIndex),E5(e,t)?oc(e,t+1):t}function dA(e,t){return e.charCodeAt(t)<128}function T5(e,t){let n=e.charCodeAt(t);if(n>=55296&&n<56320){let i=e.charCodeAt(t+1);return i>=56320&&i<57344}return!1}function E5(e,t){return e.charCodeAt(t)===8205}function A5(e,t){return dA(e,t)?!1:(Wy.lastIndex=t,Wy.test(e))}function pA(e,t){return dA(e,t)?!1:(lA.lastIndex=t,lA.test(e))}var C5={ariaLabel:"vector",fill:"none",stroke:"currentColor",strokeWidth:1.5,strokeLinejoin:"round",strokeLinecap:"round"},mA=3.5,R5=mA*5,gA={draw(e,t,n){let i=t*n/R5;e.moveTo(0,0),e.lineTo(0,-t),e.moveTo(-i,i-t),e.lineTo(0,-t),e.lineTo(i,i-t)}},P5={draw(e,t,n){e.moveTo(-n,0),e.lineTo(0,-t),e.lineTo(n,0)}},I5=new Map([["arrow",gA],["spike",P5]]);function L5(e){return e&&typeof e.draw=="function"}function D5(e){if(L5(e))return e;let t=I5.get(`${e}`.toLowerCase());if(t)return t;throw new Error(`invalid shape: ${e}`)}var Hd=class extends Se{constructor(t,n={}){let{x:i,y:r,r:s=mA,length:o,rotate:a,shape:c=gA,anchor:l="middle",frameAnchor:u}=n,[h,f]=Pe(o,12),[d,p]=Pe(a,0);super(t,{x:{value:i,scale:"x",optional:!0},y:{value:r,scale:"y",optional:!0},length:{value:h,scale:"length",optional:!0},rotate:{value:d,optional:!0}},n,C5),this.r=+s,this.length=f,this.rotate=p,this.shape=D5(c),this.anchor=Ln(l,"anchor",["start","middle","end"]),this.frameAnchor=Ls(u)}render(t,n,i,r,s){let{x:o,y:a}=n,{x:c,y:l,length:u,rotate:h}=i,{length:f,rotate:d,anchor:p,shape:_,r:m}=this,[g,x]=br(this,r);return le("svg:g",s).call(We,this,r,s).call($e,this,{x:c&&o,y:l&&a}).call(M=>M.selectAll().data(t).enter().append("path").call(Xe,this).attr("transform",sc`translate(${c?v=>c[v]:g},${l?v=>l[v]:x})${h?v=>` rotate(${h[v]})`:d?` rotate(${d})`:""}${p==="start"?"":p==="end"?u?v=>` translate(0,${u[v]})`:` translate(0,${f})`:u?v=>` translate(0,${u[v]/2})`:` translate(0,${f/2})`}`).attr("d",u?v=>{let T=gi();return _.draw(T,u[v],m),T}:(()=>{let v=gi();return _.draw(v,f,m),v})()).call(li,this,i)).node()}};function _A(e,t={}){let{x:n=be,...i}=t;return new Hd(e,{...i,x:n})}function yA(e,t={}){let{y:n=be,...i}=t;return new Hd(e,{...i,y:n})}function Ns(e,t){return arguments.length<2&&!Xn(e)&&(t=e,e=null),t===void 0&&(t={}),[e,t]}function Wd({anchor:e}={},t){return e===void 0?t[0]:Ln(e,"anchor",t)}function xA(e){return Wd(e,["left","right"])}function vA(e){return Wd(e,["right","left"])}function bA(e){return Wd(e,["bottom","top"])}function SA(e){return Wd(e,["top","bottom"])}function Ky(){let[e,t]=Ns(...arguments);return TA("y",xA(t),e,t)}function MA(){let[e,t]=Ns(...arguments);return TA("fy",vA(t),e,t)}function jy(){let[e,t]=Ns(...arguments);return EA("x",bA(t),e,t)}function wA(){let[e,t]=Ns(...arguments);return EA("fx",SA(t),e,t)}function TA(e,t,n,{color:i="currentColor",opacity:r=1,stroke:s=i,strokeOpacity:o=r,strokeWidth:a=1,fill:c=i,fillOpacity:l=r,textAnchor:u,textStroke:h,textStrokeOpacity:f,textStrokeWidth:d,tickSize:p=e==="y"?6:0,tickPadding:_,tickRotate:m,x:g,margin:x,marginTop:M=x===void 0?20:x,marginRight:v=x===void 0?t==="right"?40:0:x,marginBottom:T=x===void 0?20:x,marginLeft:b=x===void 0?t==="left"?40:0:x,label:y,labelAnchor:S,labelArrow:P,labelOffset:C,ariaLabel:A=`${e}-axis`,...D}){return p=Ne(p),_=Ne(_),m=Ne(m),S!==void 0&&(S=Ln(S,"labelAnchor",["center","top","bottom"])),P=BA(P),Ly(p&&!nn(s)?N5(e,t,n,{stroke:s,strokeOpacity:o,strokeWidth:a,tickSize:p,tickPadding:_,tickRotate:m,x:g,ariaLabel:A,...D}):null,nn(c)?null:F5(e,t,n,{fill:c,fillOpacity:l,stroke:h,strokeOpacity:f,strokeWidth:d,textAnchor:u,tickSize:p,tickPadding:_,tickRotate:m,x:g,marginTop:M,marginRight:v,marginBottom:T,marginLeft:b,ariaLabel:A,...D}),!nn(c)&&y!==null?$y([],NA({fill:c,fillOpacity:l,...D},function(B,I,L,k,z){let Z=k[e],{marginTop:U,marginRight:V,marginBottom:Y,marginLeft:st}=e==="y"&&z.inset||z,ct=S??(Z.bandwidth?"center":"top"),X=C??(t==="right"?V:st)-3;return ct==="center"?(this.textAnchor=void 0,this.lineAnchor=t==="right"?"bottom":"top",this.frameAnchor=t,this.rotate=-90):(this.textAnchor=t==="right"?"end":"start",this.lineAnchor=ct,this.frameAnchor=`${ct}-${t}`,this.rotate=0),this.dy=ct==="top"?3-U:ct==="bottom"?Y-3:0,this.dx=t==="right"?X:-X,this.ariaLabel=`${A} label`,{facets:[[0]],channels:{text:{value:[OA(e,Z,{anchor:t,label:y,labelAnchor:ct,labelArrow:P})]}}}})):null)}function EA(e,t,n,{color:i="currentColor",opacity:r=1,stroke:s=i,strokeOpacity:o=r,strokeWidth:a=1,fill:c=i,fillOpacity:l=r,textAnchor:u,textStroke:h,textStrokeOpacity:f,textStrokeWidth:d,tickSize:p=e==="x"?6:0,tickPadding:_,tickRotate:m,y:g,margin:x,marginTop:M=x===void 0?t==="top"?30:0:x,marginRight:v=x===void 0?20:x,marginBottom:T=x===void 0?t==="bottom"?30:0:x,marginLeft:b=x===void 0?20:x,label:y,labelAnchor:S,labelArrow:P,labelOffset:C,ariaLabel:A=`${e}-axis`,...D}){return p=Ne(p),_=Ne(_),m=Ne(m),S!==void 0&&(S=Ln(S,"labelAnchor",["center","left","right"])),P=BA(P),Ly(p&&!nn(s)?U5(e,t,n,{stroke:s,strokeOpacity:o,strokeWidth:a,tickSize:p,tickPadding:_,tickRotate:m,y:g,ariaLabel:A,...D}):null,nn(c)?null:O5(e,t,n,{fill:c,fillOpacity:l,stroke:h,strokeOpacity:f,strokeWidth:d,textAnchor:u,tickSize:p,tickPadding:_,tickRotate:m,y:g,marginTop:M,marginRight:v,marginBottom:T,marginLeft:b,ariaLabel:A,...D}),!nn(c)&&y!==null?$y([],NA({fill:c,fillOpacity:l,...D},function(B,I,L,k,z){let Z=k[e],{marginTop:U,marginRight:V,marginBottom:Y,marginLeft:st}=e==="x"&&z.inset||z,ct=S??(Z.bandwidth?"center":"right"),X=C??(t==="top"?U:Y)-3;return ct==="center"?(this.frameAnchor=t,this.textAnchor=void 0):(this.frameAnchor=`${t}-${ct}`,this.textAnchor=ct==="right"?"end":"start"),this.lineAnchor=t,this.dy=t==="top"?-X:X,this.dx=ct==="right"?V-3:ct==="left"?3-st:0,this.ariaLabel=`${A} label`,{facets:[[0]],channels:{text:{value:[OA(e,Z,{anchor:t,label:y,labelAnchor:ct,labelArrow:P})]}}}})):null)}function N5(e,t,n,{strokeWidth:i=1,strokeLinecap:r=null,strokeLinejoin:s=null,facetAnchor:o=t+(e==="y"?"-empty":""),frameAnchor:a=t,tickSize:c,inset:l=0,insetLeft:u=l,insetRight:h=l,dx:f=0,y:d=e==="y"?void 0:null,ariaLabel:p,..._}){return ac(yA,e,n,{ariaLabel:`${p} tick`,ariaHidden:!0},{strokeWidth:i,strokeLinecap:r,strokeLinejoin:s,facetAnchor:o,frameAnchor:a,y:d,..._,dx:t==="left"?+f-un+ +u:+f+un-h,anchor:"start",length:c,shape:t==="left"?G5:V5})}function U5(e,t,n,{strokeWidth:i=1,strokeLinecap:r=null,strokeLinejoin:s=null,facetAnchor:o=t+(e==="x"?"-empty":""),frameAnchor:a=t,tickSize:c,inset:l=0,insetTop:u=l,insetBottom:h=l,dy:f=0,x:d=e==="x"?void 0:null,ariaLabel:p,..._}){return ac(_A,e,n,{ariaLabel:`${p} tick`,ariaHidden:!0},{strokeWidth:i,strokeLinejoin:s,strokeLinecap:r,facetAnchor:o,frameAnchor:a,x:d,..._,dy:t==="bottom"?+f-un-h:+f+un+ +u,anchor:"start",length:c,shape:t==="bottom"?k5:z5})}function F5(e,t,n,{facetAnchor:i=t+(e==="y"?"-empty":""),frameAnchor:r=t,tickSize:s,tickRotate:o=0,tickPadding:a=Math.max(3,9-s)+(Math.abs(o)>60?4*Math.cos(o*Oy):0),text:c,textAnchor:l=Math.abs(o)>60?"middle":t==="left"?"end":"start",lineAnchor:u=o>60?"top":o<-60?"bottom":"middle",fontVariant:h,inset:f=0,insetLeft:d=f,insetRight:p=f,dx:_=0,ariaLabel:m,y:g=e==="y"?void 0:null,...x}){return ac(hA,e,n,{ariaLabel:`${m} tick label`},{facetAnchor:i,frameAnchor:r,text:c,textAnchor:l,lineAnchor:u,fontVariant:h,rotate:o,y:g,...x,dx:t==="left"?+_-s-a+ +d:+_+ +s+ +a-p},function(M,v,T,b,y){h===void 0&&(this.fontVariant=FA(M)),c===void 0&&(y.text=UA(M,v,T,b,t))})}function O5(e,t,n,{facetAnchor:i=t+(e==="x"?"-empty":""),frameAnchor:r=t,tickSize:s,tickRotate:o=0,tickPadding:a=Math.max(3,9-s)+(Math.abs(o)>=10?4*Math.cos(o*Oy):0),text:c,textAnchor:l=Math.abs(o)>=10?o<0^t==="bottom"?"start":"end":"middle",lineAnchor:u=Math.abs(o)>=10?"middle":t==="bottom"?"top":"bottom",fontVariant:h,inset:f=0,insetTop:d=f,insetBottom:p=f,dy:_=0,x:m=e==="x"?void 0:null,ariaLabel:g,...x}){return ac(fA,e,n,{ariaLabel:`${g} tick label`},{facetAnchor:i,frameAnchor:r,text:c===void 0?null:c,textAnchor:l,lineAnchor:u,fontVariant:h,rotate:o,x:m,...x,dy:t==="bottom"?+_+ +s+ +a-p:+_-s-a+ +d},function(M,v,T,b,y){h===void 0&&(this.fontVariant=FA(M)),c===void 0&&(y.text=UA(M,v,T,b,t))})}function AA(){let[e,t]=Ns(...arguments);return IA("y",xA(t),e,t)}function CA(){let[e,t]=Ns(...arguments);return IA("fy",vA(t),e,t)}function RA(){let[e,t]=Ns(...arguments);return LA("x",bA(t),e,t)}function PA(){let[e,t]=Ns(...arguments);return LA("fx",SA(t),e,t)}function IA(e,t,n,{y:i=e==="y"?void 0:null,x:r=null,x1:s=t==="left"?r:null,x2:o=t==="right"?r:null,ariaLabel:a=`${e}-grid`,ariaHidden:c=!0,...l}){return ac(rA,e,n,{ariaLabel:a,ariaHidden:c},{y:i,x1:s,x2:o,...DA(l)})}function LA(e,t,n,{x:i=e==="x"?void 0:null,y:r=null,y1:s=t==="top"?r:null,y2:o=t==="bottom"?r:null,ariaLabel:a=`${e}-grid`,ariaHidden:c=!0,...l}){return ac(iA,e,n,{ariaLabel:a,ariaHidden:c},{x:i,y1:s,y2:o,...DA(l)})}function DA({color:e="currentColor",opacity:t=.1,stroke:n=e,strokeOpacity:i=t,strokeWidth:r=1,...s}){return{stroke:n,strokeOpacity:i,strokeWidth:r,...s}}function NA({fill:e,fillOpacity:t,fontFamily:n,fontSize:i,fontStyle:r,fontVariant:s,fontWeight:o,monospace:a,pointerEvents:c,shapeRendering:l,clip:u=!1},h){return[,e]=Wn(e),[,t]=Pe(t),{facet:"super",x:null,y:null,fill:e,fillOpacity:t,fontFamily:n,fontSize:i,fontStyle:r,fontVariant:s,fontWeight:o,monospace:a,pointerEvents:c,shapeRendering:l,clip:u,initializer:h}}function ac(e,t,n,i,r,s){let o;function a(u,h,f,d,p,_){let m=u==null&&(t==="fx"||t==="fy"),{[t]:g}=d;if(!g)throw new Error(`missing scale: ${t}`);let x=g.domain(),{interval:M,ticks:v,tickFormat:T,tickSpacing:b=t==="x"?80:35}=r;if(typeof v=="string"&&kA(g)&&(M=v,v=void 0),v===void 0&&(v=_r(M,g.type)??B5(g,b)),u==null){if(Xn(v))u=gr(v);else if(Is(v))u=Jy(v,...ln(x));else if(g.interval){let S=g.interval;if(g.ticks){let[P,C]=ln(x),A=(C-P)/S[Ga];S=V_(S,A/v)??S,u=Jy(S,P,C)}else{u=x;let P=u.length;S=V_(S,P/v)??S,S!==g.interval&&(u=Jy(S,...ln(u)))}if(S===g.interval){let P=Math.round(u.length/v);P>1&&(u=u.filter((C,A)=>A%P===0))}}else g.ticks?u=g.ticks(v):u=x;if(!g.ticks&&u.length&&u!==x){let S=new ir(x);u=u.filter(P=>S.has(P)),u.length||$n(`Warning: the ${t}-axis ticks appear to not align with the scale domain, resulting in no ticks. Try different ticks?`)}t==="y"||t==="x"?h=[Dn(u)]:o[t]={scale:t,value:be}}s?.call(this,g,u,v,T,o);let y=Object.fromEntries(Object.entries(o).map(([S,P])=>[S,{...P,value:Te(u,P.value)}]));return m&&(h=_.filterFacets(u,y)),{data:u,facets:h,channels:y}}let c=Yr(r).initializer,l=e(n,Yr({...r,initializer:a},c));return n==null?(o=l.channels,l.channels={}):o={},i!==void 0&&Object.assign(l,i),l.clip===void 0&&(l.clip=!1),l}function B5(e,t){let[n,i]=ln(e.range());return(i-n)/t}function UA(e,t,n,i,r){return{value:Kl(e,t,n,i,r)}}function Kl(e,t,n,i,r){return typeof i=="function"&&!(e.type==="log"&&e.tickFormat)?i:i===void 0&&t&&Le(t)?Xw(e.type,t,r)??vr:e.tickFormat?e.tickFormat(typeof n=="number"?n:null,i):typeof i=="string"&&e.domain().length>0?(Le(e.domain())?hr:or)(i):i===void 0?vr:ai(i)}function Jy(e,t,n){return e.range(t,e.offset(e.floor(n)))}var k5={draw(e,t){e.moveTo(0,0),e.lineTo(0,t)}},z5={draw(e,t){e.moveTo(0,0),e.lineTo(0,-t)}},G5={draw(e,t){e.moveTo(0,0),e.lineTo(-t,0)}},V5={draw(e,t){e.moveTo(0,0),e.lineTo(t,0)}};function FA(e){return e.bandwidth&&!e.interval?void 0:"tabular-nums"}function OA(e,t,{anchor:n,label:i=t.label,labelAnchor:r,labelArrow:s}={}){if(!(i==null||i.inferred&&kA(t)&&/^(date|time|year)$/i.test(i))){if(i=String(i),s==="auto"&&(s=(!t.bandwidth||t.interval)&&!/[↑↓→←]/.test(i)),!s)return i;if(s===!0){let o=xE(t);o&&(s=/x$/.test(e)||r==="center"?/x$/.test(e)===o<0?"left":"right":o<0?"up":"down")}switch(s){case"left":return`\u2190 ${i}`;case"right":return`${i} \u2192`;case"up":return n==="right"?`${i} \u2191`:`\u2191 ${i}`;case"down":return n==="right"?`${i} \u2193`:`\u2193 ${i}`}return i}}function BA(e="auto"){return nn(e)?!1:typeof e=="boolean"?e:Ln(e,"labelArrow",["auto","up","right","down","left"])}function kA(e){return Le(e.domain())}function zA(e,t){if(t==null)return t;let n=e(t);if(!n)throw new Error(`scale not found: ${t}`);return n}function GA(e,{opacity:t,...n}={}){if(!xr(e)&&!wy(e))throw new Error(`swatches legend requires ordinal or threshold color scale (not ${e.type})`);return HA(e,n,(i,r,s,o)=>i.append("svg").attr("width",s).attr("height",o).attr("fill",r.scale).attr("fill-opacity",Pe(t)[1]).append("rect").attr("width","100%").attr("height","100%"))}function VA(e,{fill:t=e.hint?.fill!==void 0?e.hint.fill:"none",fillOpacity:n=1,stroke:i=e.hint?.stroke!==void 0?e.hint.stroke:nn(t)?"currentColor":"none",strokeOpacity:r=1,strokeWidth:s=1.5,r:o=4.5,...a}={},c){let[l,u]=Wn(t),[h,f]=Wn(i),d=zA(c,l),p=zA(c,h),_=o*o*Math.PI;return n=Pe(n)[1],r=Pe(r)[1],s=Pe(s)[1],HA(e,a,(m,g,x,M)=>m.append("svg").attr("viewBox","-8 -8 16 16").attr("width",x).attr("height",M).attr("fill",l==="color"?v=>d.scale(v):u).attr("fill-opacity",n).attr("stroke",h==="color"?v=>p.scale(v):f).attr("stroke-opacity",r).attr("stroke-width",s).append("path").attr("d",v=>{let T=gi();return e.scale(v).draw(T,_),T}))}function HA(e,t={},n){let{columns:i,tickFormat:r,fontVariant:s=Bd(e),swatchSize:o=15,swatchWidth:a=o,swatchHeight:c=o,marginLeft:l=0,className:u,style:h,width:f}=t,d=nc(t);u=ic(u),r=Kl(e.scale,e.domain,void 0,r);let p=le("div",d).attr("class",`${u}-swatches ${u}-swatches-${i!=null?"columns":"wrap"}`),_;return i!=null?(_=`:where(.${u}-swatches-columns .${u}-swatch) {
  display: flex;
  align-items: center;
  break-inside: avoid;
  padding-bottom: 1px;
}
:where(.${u}-swatches-columns .${u}-swatch::before) {
  flex-shrink: 0;
}
:where(.${u}-swatches-columns .${u}-swatch-label) {
  white-space: nowrap;
  overflow: hidden;
  text-overflow: ellipsis;
}`,p.style("columns",i).selectAll().data(e.domain).enter().append("div").attr("class",`${u}-swatch`).call(n,e,a,c).call(m=>m.append("div").attr("class",`${u}-swatch-label`).attr("title",r).text(r))):(_=`:where(.${u}-swatches-wrap) {
  display: flex;
  align-items: center;
  min-height: 33px;
  flex-wrap: wrap;
}
:where(.${u}-swatches-wrap .${u}-swatch) {
  display: inline-flex;
  align-items: center;
  margin-right: 1em;
}`,p.selectAll().data(e.domain).enter().append("span").attr("class",`${u}-swatch`).call(n,e,a,c).append(function(){return this.ownerDocument.createTextNode(r.apply(this,arguments))})),p.call(m=>m.insert("style","*").text(`:where(.${u}-swatches) {
  font-family: system-ui, sans-serif;
  font-size: 10px;
  margin-bottom: 0.5em;
}
:where(.${u}-swatch > svg) {
  margin-right: 0.5em;
  overflow: visible;
}
${_}`)).style("margin-left",l?`${+l}px`:null).style("width",f===void 0?null:`${+f}px`).style("font-variant",Ie(s,"normal")).call(rc,h).node()}var Qy=new Map([["symbol",VA],["color",$A],["opacity",H5]]);function WA(e,t,n={}){return(i,r)=>{if(!Qy.has(i))throw new Error(`unknown legend type: ${i}`);if(i in e)return Qy.get(i)(e[i],XA(t,n[i],r),s=>e[s])}}function XA({className:e,...t},{label:n,ticks:i,tickFormat:r}={},s){return hT(s,{className:e,...t},{label:n,ticks:i,tickFormat:r})}function $A(e,{legend:t=!0,...n}){if(t===!0&&(t=e.type==="ordinal"?"swatches":"ramp"),e.domain!==void 0)switch(`${t}`.toLowerCase()){case"swatches":return GA(e,n);case"ramp":return WE(e,n);default:throw new Error(`unknown legend type: ${t}`)}}function H5({type:e,interpolate:t,...n},{legend:i=!0,color:r=Hi(0,0,0),...s}){if(!t)throw new Error(`${e} opacity scales are not supported`);if(i===!0&&(i="ramp"),`${i}`.toLowerCase()!=="ramp")throw new Error(`${i} opacity legends are not supported`);return $A({type:e,...n,interpolate:W5(r)},{legend:i,...s})}function W5(e){let{r:t,g:n,b:i}=Hi(e)||Hi(0,0,0);return r=>`rgba(${t},${n},${i},${r})`}function YA(e,t,n){let i=[];for(let[r,s]of Qy){let o=n[r];if(o?.legend&&r in e){let a=s(e[r],XA(t,e[r],o),c=>e[c]);a!=null&&i.push(a)}}return i}function qA(e={},t="y"){return tT(e)?e:{...e,[t]:be}}function ZA(e,t){if(t.length===1)return{data:e,facets:t};let n=Ps(e),i=new Uint8Array(n),r=0;for(let a of t)for(let c of a)i[c]&&++r,i[c]=1;if(r===0)return{data:e,facets:t};e=Cs(e);let s=e[X_]=new Uint32Array(n+r);t=t.map(a=>Cs(a,Uint32Array));let o=n;i.fill(0);for(let a of t)for(let c=0,l=a.length;c<l;++c){let u=a[c];i[u]?(a[c]=o,e[o]=e[u],s[o]=u,++o):s[u]=u,i[u]=1}return{data:e,facets:t}}function X5(e={},t={}){arguments.length===1&&([e,t]=$5(e));let{x1:n,x:i=n,y:r,...s}=t,[o,a,c,l]=q5(i,r,"x","y",e,s);return{...o,x1:n,x:a,y1:c,y2:l,y:Fl(c,l)}}function jA({y:e,y1:t,y2:n,...i}={}){return i=Po(i,"x"),t===void 0&&n===void 0?X5({y:e,...i}):([t,n]=eT(e,t,n),{...i,y1:t,y2:n})}function $5(e){let{offset:t,order:n,reverse:i,...r}=e;return[{offset:t,order:n,reverse:i},r]}var Y5={length:!0};function q5(e,t=Jw,n,i,{offset:r,order:s,reverse:o},a){if(t===null)throw new Error(`stack requires ${i}`);let c=Xa(a),[l,u]=Ai(e),[h,f]=$a(t),[d,p]=$a(t);return h.hint=d.hint=Y5,r=Z5(r),s=j5(s,r,i),[Ro(a,(_,m,g)=>{({data:_,facets:m}=ZA(_,m));let x=e==null?void 0:u(Ol(Te(_,e),g?.[n])),M=Te(_,t,Float64Array),v=Te(_,c),T=s&&s(_,x,M,v),b=Ps(_),y=f(new Float64Array(b)),S=p(new Float64Array(b)),P=[];for(let C of m){let A=x?Array.from(to(C,D=>x[D]).values()):[C];if(T)for(let D of A)D.sort(T);for(let D of A){let B=0,I=0;o&&D.reverse();for(let L of D){let k=M[L];k<0?B=S[L]=(y[L]=B)+k:k>0?I=S[L]=(y[L]=I)+k:S[L]=y[L]=I}}P.push(A)}return r&&r(P,y,S,v),{data:_,facets:m}}),l,h,d]}function Z5(e){if(e!=null){if(typeof e=="function")return e;switch(`${e}`.toLowerCase()){case"expand":case"normalize":return J5;case"center":case"silhouette":return K5;case"wiggle":return t2}throw new Error(`unknown offset: ${e}`)}}function QA(e,t){let n=0,i=0;for(let r of e){let s=t[r];s<n&&(n=s),s>i&&(i=s)}return[n,i]}function J5(e,t,n){for(let i of e)for(let r of i){let[s,o]=QA(r,n);for(let a of r){let c=1/(o-s||1);t[a]=c*(t[a]-s),n[a]=c*(n[a]-s)}}}function K5(e,t,n){for(let i of e){for(let r of i){let[s,o]=QA(r,n);for(let a of r){let c=(o+s)/2;t[a]-=c,n[a]-=c}}e2(i,t,n)}n2(e,t,n)}function t2(e,t,n,i){for(let r of e){let s=new di,o=0;for(let a of r){let c=-1,l=a.map(d=>Math.abs(n[d]-t[d])),u=a.map(d=>{c=i?i[d]:++c;let p=n[d]-t[d],_=s.has(c)?p-s.get(c):0;return s.set(c,p),_}),h=[0,...Ab(u)];for(let d of a)t[d]+=o,n[d]+=o;let f=zi(l);f&&(o-=zi(l,(d,p)=>(u[p]/2+h[p])*d)/f)}e2(r,t,n)}n2(e,t,n)}function e2(e,t,n){let i=pi(e,r=>pi(r,s=>t[s]));for(let r of e)for(let s of r)t[s]-=i,n[s]-=i}function n2(e,t,n){let i=e.length;if(i===1)return;let r=e.map(a=>a.flat()),s=r.map(a=>(pi(a,c=>t[c])+An(a,c=>n[c]))/2),o=pi(s);for(let a=0;a<i;a++){let c=o-s[a];for(let l of r[a])t[l]+=c,n[l]+=c}}function j5(e,t,n){if(e===void 0&&t===t2)return JA(yn);if(e!=null){if(typeof e=="string"){let i=e.startsWith("-"),r=i?So:yn;switch((i?e.slice(1):e).toLowerCase()){case"value":case n:return Q5(r);case"z":return tB(r);case"sum":return eB(r);case"appearance":return nB(r);case"inside-out":return JA(r)}return KA(Y_(e))}if(typeof e=="function")return(e.length===1?KA:iB)(e);if(Wi(e))return rB(e);throw new Error(`invalid order: ${e}`)}}function Q5(e){return(t,n,i)=>(r,s)=>e(i[r],i[s])}function tB(e){return(t,n,i,r)=>(s,o)=>e(r[s],r[o])}function eB(e){return Xd(e,(t,n,i,r)=>lh(Dn(t),s=>zi(s,o=>i[o]),s=>r[s]))}function nB(e){return Xd(e,(t,n,i,r)=>lh(Dn(t),s=>n[zm(s,o=>i[o])],s=>r[s]))}function JA(e){return Xd(e,(t,n,i,r)=>{let s=Dn(t),o=lh(s,h=>n[zm(h,f=>i[f])],h=>r[h]),a=Ur(s,h=>zi(h,f=>i[f]),h=>r[h]),c=[],l=[],u=0;for(let h of o)u<0?(u+=a.get(h),c.push(h)):(u-=a.get(h),l.push(h));return l.reverse().concat(c)})}function KA(e){return t=>{let n=Te(t,e);return(i,r)=>yn(n[i],n[r])}}function iB(e){return t=>Wi(t)?(n,i)=>e(t[n],t[i]):(n,i)=>e(t.get(n),t.get(i))}function rB(e){return Xd(yn,()=>e)}function Xd(e,t){return(n,i,r,s)=>{if(!s)throw new Error("missing channel: z");let o=new di(t(n,i,r,s).map((a,c)=>[a,c]));return(a,c)=>e(o.get(s[a]),o.get(s[c]))}}function i2(e,{inset:t=0,insetTop:n=t,insetRight:i=t,insetBottom:r=t,insetLeft:s=t}={}){e.insetTop=Ne(n),e.insetRight=Ne(i),e.insetBottom=Ne(r),e.insetLeft=Ne(s)}function r2(e,{r:t,rx:n,ry:i,rx1:r=t,ry1:s=t,rx2:o=t,ry2:a=t,rx1y1:c=r!==void 0?+r:s!==void 0?+s:0,rx1y2:l=r!==void 0?+r:a!==void 0?+a:0,rx2y1:u=o!==void 0?+o:s!==void 0?+s:0,rx2y2:h=o!==void 0?+o:a!==void 0?+a:0}={}){c||l||u||h?(e.rx1y1=c,e.rx1y2=l,e.rx2y1=u,e.rx2y2=h):(e.rx=Ie(n,"auto"),e.ry=Ie(i,"auto"))}function s2(e,t,n,i,r,s){let{rx1y1:o,rx1y2:a,rx2y1:c,rx2y2:l}=s;typeof t!="function"&&(t=ai(t)),typeof n!="function"&&(n=ai(n)),typeof i!="function"&&(i=ai(i)),typeof r!="function"&&(r=ai(r));let u=Math.max(Math.abs(o+c),Math.abs(a+l)),h=Math.max(Math.abs(o+a),Math.abs(c+l));e.attr("d",f=>{let d=t(f),p=n(f),_=i(f),m=r(f),g=d>_,x=p>m,M=g?_:d,v=g?d:_,T=x?m:p,b=x?p:m,y=Math.min(1,(v-M)/u,(b-T)/h),S=y*(g?x?l:c:x?a:o),P=y*(g?x?a:o:x?l:c),C=y*(g?x?o:a:x?c:l),A=y*(g?x?c:l:x?o:a);return`M${M},${T+Yd(S,A)}A${S},${S} 0 0 ${S<0?0:1} ${M+$d(S,A)},${T}H${v-$d(P,C)}A${P},${P} 0 0 ${P<0?0:1} ${v},${T+Yd(P,C)}V${b-Yd(C,P)}A${C},${C} 0 0 ${C<0?0:1} ${v-$d(C,P)},${b}H${M+$d(A,S)}A${A},${A} 0 0 ${A<0?0:1} ${M},${b-Yd(A,S)}Z`})}function $d(e,t){return t<0?e:Math.abs(e)}function Yd(e,t){return t<0?Math.abs(e):e}var sB={ariaLabel:"frame",fill:"none",stroke:"currentColor",clip:!1},oB={ariaLabel:"frame",fill:null,stroke:"currentColor",strokeLinecap:"square",clip:!1},tx=class extends Se{constructor(t={}){let{anchor:n=null}=t;super(Va,void 0,t,n==null?sB:oB),this.anchor=K_(n,"anchor",["top","right","bottom","left"]),i2(this,t),n||r2(this,t)}render(t,n,i,r,s){let{marginTop:o,marginRight:a,marginBottom:c,marginLeft:l,width:u,height:h}=r,{anchor:f,insetTop:d,insetRight:p,insetBottom:_,insetLeft:m}=this,{rx:g,ry:x,rx1y1:M,rx1y2:v,rx2y1:T,rx2y2:b}=this,y=l+m,S=u-a-p,P=o+d,C=h-c-_;return le(f?"svg:line":M||v||T||b?"svg:path":"svg:rect",s).datum(0).call(We,this,r,s).call(Xe,this).call(li,this,i).call($e,this,{}).call(f==="left"?A=>A.attr("x1",y).attr("x2",y).attr("y1",P).attr("y2",C):f==="right"?A=>A.attr("x1",S).attr("x2",S).attr("y1",P).attr("y2",C):f==="top"?A=>A.attr("x1",y).attr("x2",S).attr("y1",P).attr("y2",P):f==="bottom"?A=>A.attr("x1",y).attr("x2",S).attr("y1",C).attr("y2",C):M||v||T||b?A=>A.call(s2,y,P,S,C,this):A=>A.attr("x",y).attr("y",P).attr("width",S-y).attr("height",C-P).attr("rx",g).attr("ry",x)).node()}};function o2(e){return new tx(e)}var ex={ariaLabel:"tip",fill:"var(--plot-background)",stroke:"currentColor"},aB=new Set(["geometry","href","src","ariaLabel","scales"]),qd=class extends Se{constructor(t,n={}){n.tip&&(n={...n,tip:!1}),n.title===void 0&&Xn(t)&&xd(t)&&(n={...n,title:be});let{x:i,y:r,x1:s,x2:o,y1:a,y2:c,anchor:l,preferredAnchor:u="bottom",monospace:h,fontFamily:f=h?"ui-monospace, monospace":void 0,fontSize:d,fontStyle:p,fontVariant:_,fontWeight:m,lineHeight:g=1,lineWidth:x=20,frameAnchor:M,format:v,textAnchor:T="start",textOverflow:b,textPadding:y=8,title:S,pointerSize:P=12,pathFilter:C="drop-shadow(0 3px 4px rgba(0,0,0,0.2))"}=n;super(t,{x:{value:s!=null&&o!=null?null:i,scale:"x",optional:!0},y:{value:a!=null&&c!=null?null:r,scale:"y",optional:!0},x1:{value:s,scale:"x",optional:o==null},y1:{value:a,scale:"y",optional:c==null},x2:{value:o,scale:"x",optional:s==null},y2:{value:c,scale:"y",optional:a==null},title:{value:S,optional:!0}},n,ex),this.anchor=bd(l,"anchor"),this.preferredAnchor=bd(u,"preferredAnchor"),this.frameAnchor=Ls(M),this.textAnchor=Ie(T,"middle"),this.textPadding=+y,this.pointerSize=+P,this.pathFilter=De(C),this.lineHeight=+g,this.lineWidth=+x,this.textOverflow=Xy(b),this.monospace=!!h,this.fontFamily=De(f),this.fontSize=Ne(d),this.fontStyle=De(p),this.fontVariant=De(_),this.fontWeight=De(m);for(let A in ex)A in this.channels&&(this[A]=ex[A]);this.splitLines=qy(this),this.clipLine=Zy(this),this.format=typeof v=="string"||typeof v=="function"?{title:v}:{...v}}render(t,n,i,r,s){let o=this,{x:a,y:c,fx:l,fy:u}=n,{ownerSVGElement:h,document:f}=s,{anchor:d,monospace:p,lineHeight:_,lineWidth:m}=this,{textPadding:g,pointerSize:x,pathFilter:M}=this,{marginTop:v,marginLeft:T}=r,{x1:b,y1:y,x2:S,y2:P,x:C=b??S,y:A=y??P}=i,D=l?l(t.fx)-T:0,B=u?u(t.fy)-v:0,[I,L]=br(this,r),k=Uy(i,I),z=Fy(i,L),Z=p?Vd:Gd,U=Z(Lo),V,Y;"title"in i?(V=a2.call(this,{title:i.channels.title},n),Y=fB):(V=a2.call(this,i.channels,n),Y=hB);let st=le("svg:g",s).call(We,this,r,s).call(Yy,this).call($e,this,{x:C&&a,y:A&&c}).call(at=>at.selectAll().data(t).enter().append("g").attr("transform",ft=>`translate(${Math.round(k(ft))},${Math.round(z(ft))})`).call(Xe,this).call(ft=>ft.append("path").attr("filter",M)).call(ft=>ft.append("text").each(function(ot){let rt=Gi(this);this.setAttribute("fill","currentColor"),this.setAttribute("fill-opacity",1),this.setAttribute("stroke","none");let J=Y.call(o,ot,t,V,n,i);if(typeof J=="string")for(let gt of o.splitLines(J))ct(rt,{value:o.clipLine(gt)});else{let gt=new Set;for(let lt of J){let{label:K=""}=lt;K&&gt.has(K)||(gt.add(K),ct(rt,lt))}}})));function ct(at,{label:ft,value:ot,color:rt,opacity:J}){ft??(ft=""),ot??(ot="");let gt=rt!=null||J!=null,lt,K=m*100,[Pt]=Do(ft,K,Z,U);if(Pt>=0)ft=ft.slice(0,Pt).trimEnd()+Lo,lt=ot.trim(),ot="";else{(ft||!ot&&!gt)&&(ot=" "+ot);let[Ft]=Do(ot,K-Z(ft),Z,U);Ft>=0&&(lt=ot.trim(),ot=ot.slice(0,Ft).trimEnd()+Lo)}let pt=at.append("tspan").attr("x",0).attr("dy",`${_}em`).text("\u200B");ft&&pt.append("tspan").attr("font-weight","bold").text(ft),ot&&pt.append(()=>f.createTextNode(ot)),gt&&pt.append("tspan").text(" \u25A0").attr("fill",rt).attr("fill-opacity",J).style("user-select","none"),lt&&pt.append("title").text(lt)}function X(){let{width:at,height:ft}=r.facet??r;st.selectChildren().each(function(ot){let{x:rt,width:J,height:gt}=this.getBBox();J=Math.round(J),gt=Math.round(gt);let lt=d;if(lt===void 0){let pt=k(ot)+D,Ft=z(ot)+B,Gt=pt+J+x+g*2<at,oe=pt-J-x-g*2>0,re=Ft+gt+x+g*2<ft,Ye=Ft-gt-x-g*2>0;lt=Gt&&oe?re&&Ye?o.preferredAnchor:Ye?"bottom":"top":re&&Ye?Gt?"left":"right":(Gt||oe)&&(re||Ye)?`${Ye?"bottom":"top"}-${Gt?"left":"right"}`:o.preferredAnchor}let K=this.firstChild,Pt=this.lastChild;if(K.setAttribute("d",uB(lt,x,g,J,gt)),rt)for(let pt of Pt.childNodes)pt.setAttribute("x",-rt);Pt.setAttribute("y",`${+cB(lt,Pt.childNodes.length,_).toFixed(6)}em`),Pt.setAttribute("transform",`translate(${lB(lt,x,g,J,gt)})`)}),st.attr("visibility",null)}return t.length&&(st.attr("visibility","hidden"),h.isConnected?Promise.resolve().then(X):typeof requestAnimationFrame<"u"&&requestAnimationFrame(X)),st.node()}};function jl(e,{x:t,y:n,...i}={}){return i.frameAnchor===void 0&&([t,n]=$i(t,n)),new qd(e,{...i,x:t,y:n})}function cB(e,t,n){return/^top(?:-|$)/.test(e)?.94-n:-.29-t*n}function lB(e,t,n,i,r){switch(e){case"middle":return[-i/2,r/2];case"top-left":return[n,t+n];case"top":return[-i/2,t/2+n];case"top-right":return[-i-n,t+n];case"right":return[-t/2-i-n,r/2];case"bottom-left":return[n,-t-n];case"bottom":return[-i/2,-t/2-n];case"bottom-right":return[-i-n,-t-n];case"left":return[n+t/2,r/2]}}function uB(e,t,n,i,r){let s=i+n*2,o=r+n*2;switch(e){case"middle":return`M${-s/2},${-o/2}h${s}v${o}h${-s}z`;case"top-left":return`M0,0l${t},${t}h${s-t}v${o}h${-s}z`;case"top":return`M0,0l${t/2},${t/2}h${(s-t)/2}v${o}h${-s}v${-o}h${(s-t)/2}z`;case"top-right":return`M0,0l${-t},${t}h${t-s}v${o}h${s}z`;case"right":return`M0,0l${-t/2},${-t/2}v${t/2-o/2}h${-s}v${o}h${s}v${t/2-o/2}z`;case"bottom-left":return`M0,0l${t},${-t}h${s-t}v${-o}h${-s}z`;case"bottom":return`M0,0l${t/2},${-t/2}h${(s-t)/2}v${-o}h${-s}v${o}h${(s-t)/2}z`;case"bottom-right":return`M0,0l${-t},${-t}h${t-s}v${-o}h${s}z`;case"left":return`M0,0l${t/2},${-t/2}v${t/2-o/2}h${s}v${o}h${-s}v${t/2-o/2}z`}}function a2(e,t){let n={},i=this.format;i=c2(i,e,"x"),i=c2(i,e,"y"),this.format=i;for(let r in i){let s=i[r];if(!(s===null||s===!1))if(r==="fx"||r==="fy")n[r]=!0;else{let o=hy(e,r);o&&(n[r]=o)}}for(let r in e){if(r in n||r in i||aB.has(r)||(r==="x"||r==="y")&&e.geometry)continue;let s=hy(e,r);if(s){if(s.scale==null&&s.defaultScale==="color")continue;n[r]=s}}this.facet&&(t.fx&&!("fx"in i)&&(n.fx=!0),t.fy&&!("fy"in i)&&(n.fy=!0));for(let r in n){let s=this.format[r];if(typeof s=="string"){let o=n[r]?.value??t[r]?.domain()??[];this.format[r]=(Le(o)?hr:or)(s)}else if(s===void 0||s===!0){let o=t[r];this.format[r]=o?.bandwidth?Kl(o,o.domain()):vr}}return n}function c2(e,t,n){if(!(n in e))return e;let i=`${n}1`,r=`${n}2`;if((i in e||!(i in t))&&(r in e||!(r in t)))return e;let s=Object.entries(e),o=e[n];return s.splice(s.findIndex(([a])=>a===n)+1,0,[i,o],[r,o]),Object.fromEntries(s)}function fB(e,t,{title:n}){return this.format.title(n.value[e],e)}function*hB(e,t,n,i,r){for(let s in n){if(s==="fx"||s==="fy"){yield{label:Zd(i,n,s),value:this.format[s](t[s],e)};continue}if(s==="x1"&&"x2"in n||s==="y1"&&"y2"in n)continue;let o=n[s];if(s==="x2"&&"x1"in n)yield{label:u2(i,n,"x"),value:l2(this.format.x2,n.x1,o,e)};else if(s==="y2"&&"y1"in n)yield{label:u2(i,n,"y"),value:l2(this.format.y2,n.y1,o,e)};else{let a=o.value[e],c=o.scale;if(!Ti(a)&&c==null)continue;yield{label:Zd(i,n,s),value:this.format[s](a,e),color:c==="color"?r[s][e]:null,opacity:c==="opacity"?r[s][e]:null}}}}function l2(e,t,n,i){return n.hint?.length?`${e(n.value[i]-t.value[i],i)}`:`${e(t.value[i],i)}\u2013${e(n.value[i],i)}`}function u2(e,t,n){let i=Zd(e,t,`${n}1`,n),r=Zd(e,t,`${n}2`,n);return i===r?i:`${i}\u2013${r}`}function Zd(e,t,n,i=n){let r=t[n],s=e[r?.scale??n];return String(s?.label??r?.label??i)}function tu(e={}){let{facet:t,style:n,title:i,subtitle:r,caption:s,ariaLabel:o,ariaDescription:a}=e,c=ic(e.className),l=e.marks===void 0?[]:h2(e.marks);l.push(...yB(l));let u=gB(t,e),h=new Map;for(let U of l){let V=d2(U,u,e);V&&h.set(U,V)}let f=new Map;u&&Ql(f,[u],e),Ql(f,h,e);let d=h2(xB(l,f,e));for(let U of d){let V=d2(U,u,e);V&&h.set(U,V)}l.unshift(...d);let p=wE(f,e);if(p!==void 0){let U=u?Id(p,u):void 0;for(let Y of l){if(Y.facet===null||Y.facet==="super")continue;let st=h.get(Y);st!==void 0&&(st.facetsIndex=Y.fx!=null||Y.fy!=null?Id(p,st):U)}let V=new Set;for(let{facetsIndex:Y}of h.values())Y?.forEach((st,ct)=>{st?.length>0&&V.add(ct)});p.forEach(0<V.size&&V.size<p.length?(Y,st)=>Y.empty=!V.has(st):Y=>Y.empty=!1);for(let Y of l)if(Y.facet==="exclude"){let st=h.get(Y);st!==void 0&&(st.facetsIndex=AE(st.facetsIndex))}}for(let U of me.keys())Ha(e[U])&&U!=="fx"&&U!=="fy"&&f.set(U,[]);let _=new Map;for(let U of l){if(_.has(U))throw new Error("duplicate mark; each mark must be unique");let{facetsIndex:V,channels:Y}=h.get(U)??{},{data:st,facets:ct,channels:X}=U.initialize(V,Y,e);rx(X,e),_.set(U,{data:st,facets:ct,channels:X})}let m=Hl(Ql(f,_,e),e),g=VE(m,l,e);yE(m,g);let x=Sy(m),{fx:M,fy:v}=x,T=M||v?My(m,g):g,b=M||v?EB(x,g):g,y=nc(e),S=y.document,P=Sa("svg").call(S.documentElement),C=P;y.ownerSVGElement=P,y.className=c,y.projection=PE(e,T),y.path=function(){return _l(this.projection??FE(x))},y.filterFacets=(U,V)=>Id(p,{channels:V,groups:Rd(U,V)}),y.getMarkState=U=>{let V=_.get(U),Y=h.get(U);return{...V,channels:{...V.channels,...Y?.channels}}},y.dispatchValue=U=>{C.value!==U&&(C.value=U,C.dispatchEvent(new y.document.defaultView.Event("input",{bubbles:!0})))};let A=new Set;for(let[U,V]of _)if(U.initializer!=null){let Y=U.facet==="super"?b:T,st=U.initializer(V.data,V.facets,V.channels,x,Y,y);if(st.data!==void 0&&(V.data=st.data),st.facets!==void 0&&(V.facets=st.facets),st.channels!==void 0){let{fx:ct,fy:X,...at}=st.channels;mB(at),Object.assign(V.channels,at);for(let ft of Object.values(at)){let{scale:ot}=ft;ot!=null&&!gT(me.get(ot))&&(g2(ft,e),A.add(ot))}(ct!=null||X!=null)&&h.set(U,!0)}}if(A.size){let U=new Map;Ql(U,_,e,ct=>A.has(ct)),Ql(f,_,e,ct=>A.has(ct));let V=TB(Hl(U,e),m),{scales:Y,...st}=Sy(V);Object.assign(m,V),Object.assign(x,st),Object.assign(x.scales,Y)}let D,B;p!==void 0&&(D={x:M?.domain(),y:v?.domain()},p=TE(p,D),B=EE(M,v,g));for(let[U,V]of _)V.values=U.scale(V.channels,x,y);let{width:I,height:L}=g;Gi(P).attr("class",c).attr("fill","currentColor").attr("font-family","system-ui, sans-serif").attr("font-size",10).attr("text-anchor","middle").attr("width",I).attr("height",L).attr("viewBox",`0 0 ${I} ${L}`).attr("aria-label",o).attr("aria-description",a).call(U=>U.append("style").text(`:where(.${c}) {
  --plot-background: white;
  display: block;
  height: auto;
  height: intrinsic;
  max-width: 100%;
}
:where(.${c} text),
:where(.${c} tspan) {
  white-space: pre;
}`)).call(rc,n);for(let U of l){let{channels:V,values:Y,facets:st}=_.get(U);if(p===void 0||U.facet==="super"){let ct=null;if(st&&(ct=st[0],ct=U.filter(ct,V,Y),ct.length===0))continue;let X=U.render(ct,x,Y,b,y);if(X==null)continue;P.appendChild(X)}else{let ct;for(let X of p){if(!(U.facetAnchor?.(p,D,X)??!X.empty))continue;let at=null;if(st){let ot=h.has(U);if(at=st[ot?X.i:0],at=U.filter(at,V,Y),at.length===0)continue;!ot&&at===st[0]&&(at=nT(at)),at.fx=X.x,at.fy=X.y,at.fi=X.i}let ft=U.render(at,x,Y,T,y);if(ft!=null){(ct??(ct=Gi(P).append("g"))).append(()=>ft).datum(X);for(let ot of["aria-label","aria-description","aria-hidden","transform"])ft.hasAttribute(ot)&&(ct.attr(ot,ft.getAttribute(ot)),ft.removeAttribute(ot))}}ct?.selectChildren().each(B)}}let k=YA(m,y,e),{figure:z=i!=null||r!=null||s!=null||k.length>0}=e;z&&(C=S.createElement("figure"),C.className=`${c}-figure`,C.style.maxWidth="initial",i!=null&&C.append(f2(S,i,"h2")),r!=null&&C.append(f2(S,r,"h3")),C.append(...k,P),s!=null&&C.append(dB(S,s)),"value"in P&&(C.value=P.value,delete P.value)),C.scale=SE(x.scales),C.legend=WA(m,y,e);let Z=QT();return Z>0&&Gi(P).append("text").attr("x",I).attr("y",20).attr("dy","-1em").attr("text-anchor","end").attr("font-family","initial").text("\u26A0\uFE0F").append("title").text(`${Z.toLocaleString("en-US")} warning${Z===1?"":"s"}. Please check the console.`),C}function f2(e,t,n){if(t.ownerDocument)return t;let i=e.createElement(n);return i.append(t),i}function dB(e,t){let n=e.createElement("figcaption");return n.append(t),n}function h2(e){return e.flat(1/0).filter(t=>t!=null).map(pB)}function pB(e){return typeof e.render=="function"?e:new ix(e)}var ix=class extends Se{constructor(t){if(typeof t!="function")throw new TypeError("invalid mark; missing render function");super(),this.render=t}render(){}};function rx(e,t){for(let n in e)g2(e[n],t);return e}function g2(e,t){let{scale:n,transform:i=!0}=e;if(n==null||!i)return;let{type:r,percent:s,interval:o,transform:a=s?c=>c==null?NaN:c*100:j_(o,r)}=t[n]??{};a!=null&&(e.value=pe(e.value,a),e.transform=!1)}function mB(e){for(let t in e)fy(t,e[t])}function Ql(e,t,n,i=Kw){for(let{channels:r}of t.values())for(let s in r){let o=r[s],{scale:a}=o;if(a!=null&&i(a))if(a==="projection"){if(!DE(n)){let c=n.x?.domain===void 0,l=n.y?.domain===void 0;if(c||l){let[u,h]=UE(o);c&&nx(e,"x",u),l&&nx(e,"y",h)}}}else nx(e,a,o)}return e}function nx(e,t,n){let i=e.get(t);i!==void 0?i.push(n):e.set(t,[n])}function gB(e,t){if(e==null)return;let{x:n,y:i}=e;if(n==null&&i==null)return;let r=$r(e.data);if(r==null)throw new Error("missing facet data");let s={};n!=null&&(s.fx=Ja(r,{value:n,scale:"fx"})),i!=null&&(s.fy=Ja(r,{value:i,scale:"fy"})),rx(s,t);let o=Rd(r,s);return{channels:s,groups:o,data:e.data}}function d2(e,t,n){if(e.facet===null||e.facet==="super")return;let{fx:i,fy:r}=e;if(i!=null||r!=null){let c=$r(e.data??i??r);if(c===void 0)throw new Error(`missing facet data in ${e.ariaLabel}`);if(c===null)return;let l={};return i!=null&&(l.fx=Ja(c,{value:i,scale:"fx"})),r!=null&&(l.fy=Ja(c,{value:r,scale:"fy"})),rx(l,n),{channels:l,groups:Rd(c,l)}}if(t===void 0)return;let{channels:s,groups:o,data:a}=t;if(e.facet!=="auto"||e.data===a)return{channels:s,groups:o};a.length>0&&(o.size>1||o.size===1&&s.fx&&s.fy&&[...o][0][1].size>1)&&Ps($r(e.data))===Ps(a)&&$n(`Warning: the ${e.ariaLabel} mark appears to use faceted data, but isn\u2019t faceted. The mark data has the same length as the facet data and the mark facet option is "auto", but the mark data and facet data are distinct. If this mark should be faceted, set the mark facet option to true; otherwise, suppress this warning by setting the mark facet option to false.`)}function _B(e,t={}){return Yr({...t,x:null,y:null},(n,i,r,s,o,a)=>a.getMarkState(e))}function yB(e){let t=[];for(let n of e){let i=n.tip;if(i){i===!0?i={}:typeof i=="string"&&(i={pointer:i});let{pointer:r,preferredAnchor:s}=i;r=/^x$/i.test(r)?Yl:/^y$/i.test(r)?Od:$l,i=r(_B(n,i)),i.title=null,s===void 0&&(i.preferredAnchor=r===Od?"left":"bottom");let o=jl(n.data,i);o.facet=n.facet,o.facetAnchor=n.facetAnchor,t.push(o)}}return t}function xB(e,t,n){let{projection:i,x:r={},y:s={},fx:o={},fy:a={},axis:c,grid:l,facet:u={},facet:{axis:h=c,grid:f}=u,x:{axis:d=c,grid:p=d===null?null:l}=r,y:{axis:_=c,grid:m=_===null?null:l}=s,fx:{axis:g=h,grid:x=g===null?null:f}=o,fy:{axis:M=h,grid:v=M===null?null:f}=a}=n;(i||!Ha(r)&&!p2("x",e))&&(d=p=null),(i||!Ha(s)&&!p2("y",e))&&(_=m=null),t.has("fx")||(g=x=null),t.has("fy")||(M=v=null),d===void 0&&(d=!jd(e,"x")),_===void 0&&(_=!jd(e,"y")),g===void 0&&(g=!jd(e,"fx")),M===void 0&&(M=!jd(e,"fy")),d===!0&&(d="bottom"),_===!0&&(_="left"),g===!0&&(g=d==="top"||d===null?"bottom":"top"),M===!0&&(M=_==="right"||_===null?"left":"right");let T=[];return Kd(T,v,CA,a),Jd(T,M,MA,"right","left",u,a),Kd(T,x,PA,o),Jd(T,g,wA,"top","bottom",u,o),Kd(T,m,AA,s),Jd(T,_,Ky,"left","right",n,s),Kd(T,p,RA,r),Jd(T,d,jy,"bottom","top",n,r),T}function Jd(e,t,n,i,r,s,o){if(!t)return;let a=vB(t);o=bB(a?i:t,s,o);let{line:c}=o;(n===Ky||n===jy)&&c&&!To(c)&&e.push(o2(SB(o))),e.push(n(o)),a&&e.push(n({...o,anchor:r,label:null}))}function Kd(e,t,n,i){!t||To(t)||e.push(n(MB(t,i)))}function vB(e){return/^\s*both\s*$/i.test(e)}function bB(e,t,{line:n=t.line,ticks:i,tickSize:r,tickSpacing:s,tickPadding:o,tickFormat:a,tickRotate:c,fontVariant:l,ariaLabel:u,ariaDescription:h,label:f=t.label,labelAnchor:d,labelArrow:p=t.labelArrow,labelOffset:_}){return{anchor:e,line:n,ticks:i,tickSize:r,tickSpacing:s,tickPadding:o,tickFormat:a,tickRotate:c,fontVariant:l,ariaLabel:u,ariaDescription:h,label:f,labelAnchor:d,labelArrow:p,labelOffset:_}}function SB(e){let{anchor:t,line:n}=e;return{anchor:t,facetAnchor:t+"-empty",stroke:n===!0?void 0:n}}function MB(e,{stroke:t=Ya(e)?e:void 0,ticks:n=wB(e)?e:void 0,tickSpacing:i,ariaLabel:r,ariaDescription:s}){return{stroke:t,ticks:n,tickSpacing:i,ariaLabel:r,ariaDescription:s}}function wB(e){switch(typeof e){case"number":return!0;case"string":return!Ya(e)}return Xn(e)||typeof e?.range=="function"}function jd(e,t){let n=`${t}-axis `;return e.some(i=>i.ariaLabel?.startsWith(n))}function p2(e,t){for(let n of t)for(let i in n.channels){let{scale:r}=n.channels[i];if(r===e||r==="projection")return!0}return!1}function TB(e,t){for(let n in e){let i=e[n],r=t[n];i.label===void 0&&r&&(i.label=r.label)}return e}function EB({fx:e,fy:t},n){let{marginTop:i,marginRight:r,marginBottom:s,marginLeft:o,width:a,height:c}=Ad(n),l=e&&m2(e),u=t&&m2(t);return{marginTop:t?u[0]:i,marginRight:e?a-l[1]:r,marginBottom:t?c-u[1]:s,marginLeft:e?l[0]:o,inset:{marginTop:n.marginTop,marginRight:n.marginRight,marginBottom:n.marginBottom,marginLeft:n.marginLeft},width:a,height:c}}function m2(e){let t=e.domain();if(t.length===0)return[0,e.bandwidth()];let n=e(t[0]),i=e(t[t.length-1]);return i<n&&([n,i]=[i,n]),[n,i+e.bandwidth()]}var AB=new Map([["basis",pw],["basis-closed",gw],["basis-open",yw],["bundle",vw],["bump-x",cw],["bump-y",lw],["cardinal",bw],["cardinal-closed",Sw],["cardinal-open",Mw],["catmull-rom",Tw],["catmull-rom-closed",Aw],["catmull-rom-open",Rw],["linear",vo],["linear-closed",Iw],["monotone-x",Nw],["monotone-y",Uw],["natural",Ow],["step",Bw],["step-after",zw],["step-before",kw]]);function sx(e=vo,t){if(typeof e=="function")return e;let n=AB.get(`${e}`.toLowerCase());if(!n)throw new Error(`unknown curve: ${e}`);if(t!==void 0){if("beta"in n)return n.beta(t);if("tension"in n)return n.tension(t);if("alpha"in n)return n.alpha(t)}return n}function Qd(e=Us,t){return typeof e!="function"&&`${e}`.toLowerCase()==="auto"?Us:sx(e,t)}function Us(e){return vo(e)}function CB(e={y:"count"},t={}){[e,t]=IB(e,t);let{x:n,y:i}=t;return PB(LB(n,t,be),null,null,i,e,Zl(t))}function RB(e,t,n={}){if(n?.interval==null)return n;let{reduce:i=Md}=n,r={filter:null};return n[t]!=null&&(r[t]=i),n[`${t}1`]!=null&&(r[`${t}1`]=i),n[`${t}2`]!=null&&(r[`${t}2`]=i),e(r,n)}function tp(e={}){return RB(CB,"y",Po(e,"x"))}function PB(e,t,n,i,{data:r=ly,filter:s=Bl,sort:o,reverse:a,...c}={},l={}){e=_2(e),t=_2(t),c=NB(c,l),r=b2(r,be),o=o==null?void 0:x2("sort",o,l),s=s==null?void 0:v2("filter",s,l),n!=null&&kl(c,"x","x1","x2")&&(n=null),i!=null&&kl(c,"y","y1","y2")&&(i=null);let[u,h]=Ai(e),[f,d]=Ai(e),[p,_]=Ai(t),[m,g]=Ai(t),[x,M]=n!=null?[n,"x"]:i!=null?[i,"y"]:[],[v,T]=Ai(x),{x:b,y,z:S,fill:P,stroke:C,x1:A,x2:D,y1:B,y2:I,domain:L,cumulative:k,thresholds:z,interval:Z,...U}=l,[V,Y]=Ai(S),[st]=Wn(P),[ct]=Wn(C),[X,at]=Ai(st),[ft,ot]=Ai(ct);return{..."z"in l&&{z:V||S},..."fill"in l&&{fill:X||P},..."stroke"in l&&{stroke:ft||C},...Ro(U,(rt,J,gt)=>{let lt=Ol(Te(rt,x),gt?.[M]),K=Te(rt,S),Pt=Te(rt,st),pt=Te(rt,ct),Ft=ET(c,{z:K,fill:Pt,stroke:pt}),Gt=[],oe=[],re=lt&&T([]),Ye=K&&Y([]),Ue=Pt&&at([]),Nn=pt&&ot([]),xn=e&&h([]),Un=e&&d([]),O=t&&_([]),Fn=t&&g([]),ye=OB(e,t,rt),xe=0;for(let mt of c)mt.initialize(rt);o&&o.initialize(rt),s&&s.initialize(rt);for(let mt of J){let Ae=[];for(let Lt of c)Lt.scope("facet",mt);o&&o.scope("facet",mt),s&&s.scope("facet",mt);for(let[Lt,Bt]of cy(mt,Ft))for(let[R,w]of cy(Bt,lt))for(let[H,ut]of ye(w))if(Ft&&(ut.z=Lt),!(s&&!s.reduce(H,ut))){Ae.push(xe++),oe.push(r.reduceIndex(H,rt,ut)),lt&&re.push(R),K&&Ye.push(Ft===K?Lt:K[(H.length>0?H:w)[0]]),Pt&&Ue.push(Ft===Pt?Lt:Pt[(H.length>0?H:w)[0]]),pt&&Nn.push(Ft===pt?Lt:pt[(H.length>0?H:w)[0]]),xn&&(xn.push(ut.x1),Un.push(ut.x2)),O&&(O.push(ut.y1),Fn.push(ut.y2));for(let nt of c)nt.reduce(H,ut);o&&o.reduce(H,ut)}Gt.push(Ae)}return AT(Gt,o,a),{data:oe,facets:Gt}}),...!kl(c,"x")&&(u?{x1:u,x2:f,x:Fl(u,f)}:{x:b,x1:A,x2:D}),...!kl(c,"y")&&(p?{y1:p,y2:m,y:Fl(p,m)}:{y,y1:B,y2:I}),...v&&{[M]:v},...Object.fromEntries(c.map(({name:rt,output:J})=>[rt,J]))}}function IB({cumulative:e,domain:t,thresholds:n,interval:i,...r},s){return[r,{cumulative:e,domain:t,thresholds:n,interval:i,...s}]}function LB(e,{cumulative:t,domain:n,thresholds:i,interval:r},s){return e={...yr(e)},e.domain===void 0&&(e.domain=n),e.cumulative===void 0&&(e.cumulative=t),e.thresholds===void 0&&(e.thresholds=i),e.interval===void 0&&(e.interval=r),e.value===void 0&&(e.value=s),e.thresholds=DB(e.thresholds,e.interval),e}function _2(e){if(e==null)return;let{value:t,cumulative:n,domain:i=ln,thresholds:r}=e,s=o=>{let a=Te(o,t),c;if(Le(a)||FB(r)){a=pe(a,J_,Float64Array);let[u,h]=typeof i=="function"?i(a):i,f=typeof r=="function"&&!Is(r)?r(a,u,h):r;typeof f=="number"&&(f=Yh(u,h,f)),Is(f)&&(i===ln&&(u=f.floor(u),h=f.offset(f.floor(h))),f=f.range(u,f.offset(h))),c=f}else{a=In(a);let[u,h]=typeof i=="function"?i(a):i,f=typeof r=="function"&&!Is(r)?r(a,u,h):r;if(typeof f=="number")if(i===ln){let d=_a(u,h,f);if(isFinite(d))if(d>0){let p=Math.round(u/d),_=Math.round(h/d);p*d<=u||--p,_*d>h||++_;let m=_-p+1;f=new Float64Array(m);for(let g=0;g<m;++g)f[g]=(p+g)*d}else if(d<0){d=-d;let p=Math.round(u*d),_=Math.round(h*d);p/d<=u||--p,_/d>h||++_;let m=_-p+1;f=new Float64Array(m);for(let g=0;g<m;++g)f[g]=(p+g)/d}else f=[u];else f=[u]}else f=_s(u,h,f);else Is(f)&&(i===ln&&(u=f.floor(u),h=f.offset(f.floor(h))),f=f.range(u,f.offset(h)));c=f}let l=[];if(c.length===1)l.push([c[0],c[0]]);else for(let u=1;u<c.length;++u)l.push([c[u-1],c[u]]);return l.bin=(n<0?kB:n>0?BB:ox)(l,c,a),l};return s.label=Yi(t),s}function DB(e,t,n=y2){if(e===void 0)return t===void 0?n:_r(t);if(typeof e=="string"){switch(e.toLowerCase()){case"freedman-diaconis":return Bb;case"scott":return Gm;case"sturges":return Db;case"auto":return y2}return Nl(e)}return e}function NB(e,t){return TT(e,t,x2)}function x2(e,t,n){return oy(e,t,n,v2)}function v2(e,t,n){return ay(e,t,n,b2)}function b2(e,t){return zl(e,t,UB)}function UB(e){switch(`${e}`.toLowerCase()){case"x":return zB;case"x1":return VB;case"x2":return HB;case"y":return GB;case"y1":return WB;case"y2":return XB;case"z":return CT}throw new Error(`invalid bin reduce: ${e}`)}function y2(e,t,n){return Math.min(200,Gm(e,t,n))}function FB(e){return sT(e)||Xn(e)&&Le(e)}function OB(e,t,n){let i=e?.(n),r=t?.(n);return i&&r?function*(s){let o=i.bin(s);for(let[a,[c,l]]of i.entries()){let u=r.bin(o[a]);for(let[h,[f,d]]of r.entries())yield[u[h],{data:n,x1:c,y1:f,x2:l,y2:d}]}}:i?function*(s){let o=i.bin(s);for(let[a,[c,l]]of i.entries())yield[o[a],{data:n,x1:c,x2:l}]}:function*(s){let o=r.bin(s);for(let[a,[c,l]]of r.entries())yield[o[a],{data:n,y1:c,y2:l}]}}function ox(e,t,n){return t=In(t),i=>{let r=e.map(()=>[]);for(let s of i)r[xa(t,n[s])-1]?.push(s);return r}}function BB(e,t,n){let i=ox(e,t,n);return r=>{let s=i(r);for(let o=1,a=s.length;o<a;++o){let c=s[o-1],l=s[o];for(let u of c)l.push(u)}return s}}function kB(e,t,n){let i=ox(e,t,n);return r=>{let s=i(r);for(let o=s.length-2;o>=0;--o){let a=s[o+1],c=s[o];for(let l of a)c.push(l)}return s}}function S2(e,t){let n=(+e+ +t)/2;return e instanceof Date?new Date(n):n}var zB={reduceIndex(e,t,{x1:n,x2:i}){return S2(n,i)}},GB={reduceIndex(e,t,{y1:n,y2:i}){return S2(n,i)}},VB={reduceIndex(e,t,{x1:n}){return n}},HB={reduceIndex(e,t,{x2:n}){return n}},WB={reduceIndex(e,t,{y1:n}){return n}},XB={reduceIndex(e,t,{y2:n}){return n}};var YB={ariaLabel:"area",strokeWidth:1,strokeLinecap:"round",strokeLinejoin:"round",strokeMiterlimit:1},ep=class extends Se{constructor(t,n={}){let{x1:i,y1:r,x2:s,y2:o,z:a,curve:c,tension:l}=n;super(t,{x1:{value:i,scale:"x"},y1:{value:r,scale:"y"},x2:{value:s,scale:"x",optional:!0},y2:{value:o,scale:"y",optional:!0},z:{value:Xa(n),optional:!0}},n,YB),this.z=a,this.curve=sx(c,l)}filter(t){return t}render(t,n,i,r,s){let{x1:o,y1:a,x2:c=o,y2:l=a}=i;return le("svg:g",s).call(We,this,r,s).call($e,this,n,0,0).call(u=>u.selectAll().data(Fd(t,[o,a,c,l],this,i)).enter().append("path").call(Xe,this).call(Ud,this,i).attr("d",ow().curve(this.curve).defined(h=>h>=0).x0(h=>o[h]).y0(h=>a[h]).x1(h=>c[h]).y1(h=>l[h]))).node()}};function ax(e,t){let{x:n=As,...i}=tp(t);return new ep(e,jA(qA({...i,x1:n,x2:void 0},n===As?"y2":"y")))}var qB={ariaLabel:"link",fill:"none",stroke:"currentColor",strokeMiterlimit:1},np=class extends Se{constructor(t,n={}){let{x1:i,y1:r,x2:s,y2:o,curve:a,tension:c}=n;super(t,{x1:{value:i,scale:"x"},y1:{value:r,scale:"y"},x2:{value:s,scale:"x",optional:!0},y2:{value:o,scale:"y",optional:!0}},n,qB),this.curve=Qd(a,c),Io(this,n)}project(t,n,i){this.curve!==Us&&super.project(t,n,i)}render(t,n,i,r,s){let{x1:o,y1:a,x2:c=o,y2:l=a}=i,{curve:u}=this;return le("svg:g",s).call(We,this,r,s).call($e,this,n).call(h=>h.selectAll().data(t).enter().append("path").call(Xe,this).attr("d",u===Us&&s.projection?ZB(s.path(),o,a,c,l):f=>{let d=gi(),p=u(d);return p.lineStart(),p.point(o[f],a[f]),p.point(c[f],l[f]),p.lineEnd(),d}).call(li,this,i).call(ql,this,i,s)).node()}};function ZB(e,t,n,i,r){return t=In(t),n=In(n),i=In(i),r=In(r),s=>e({type:"LineString",coordinates:[[t[s],n[s]],[i[s],r[s]]]})}function cx(e,{x:t,x1:n,x2:i,y:r,y1:s,y2:o,...a}={}){return[n,i]=M2(t,n,i),[s,o]=M2(r,s,o),new np(e,{...a,x1:n,x2:i,y1:s,y2:o})}function M2(e,t,n){if(e===void 0){if(t===void 0){if(n!==void 0)return[n]}else if(n===void 0)return[t]}else{if(t===void 0)return n===void 0?[e]:[e,n];if(n===void 0)return[e,t]}return[t,n]}var JB={ariaLabel:"dot",fill:"none",stroke:"currentColor",strokeWidth:1.5};function KB(e){return e.sort===void 0&&e.reverse===void 0?ST({channel:"-r"},e):e}var eu=class extends Se{constructor(t,n={}){let{x:i,y:r,r:s,rotate:o,symbol:a=bo,frameAnchor:c}=n,[l,u]=Pe(o,0),[h,f]=xT(a),[d,p]=Pe(s,h==null?3:4.5);super(t,{x:{value:i,scale:"x",optional:!0},y:{value:r,scale:"y",optional:!0},r:{value:d,scale:"r",filter:Mo,optional:!0},rotate:{value:l,optional:!0},symbol:{value:h,scale:"auto",optional:!0}},KB(n),JB),this.r=p,this.rotate=u,this.symbol=f,this.frameAnchor=Ls(c);let{channels:_}=this,{symbol:m}=_;if(m){let{fill:g,stroke:x}=_;m.hint={fill:g?g.value===m.value?"color":"currentColor":this.fill??"currentColor",stroke:x?x.value===m.value?"color":"currentColor":this.stroke??"none"}}}render(t,n,i,r,s){let{x:o,y:a}=n,{x:c,y:l,r:u,rotate:h,symbol:f}=i,{r:d,rotate:p,symbol:_}=this,[m,g]=br(this,r),x=_===bo,M=u?void 0:d*d*Math.PI;return Ba(d)&&(t=[]),le("svg:g",s).call(We,this,r,s).call($e,this,{x:c&&o,y:l&&a}).call(v=>v.selectAll().data(t).enter().append(x?"circle":"path").call(Xe,this).call(x?T=>{T.attr("cx",c?b=>c[b]:m).attr("cy",l?b=>l[b]:g).attr("r",u?b=>u[b]:d)}:T=>{T.attr("transform",sc`translate(${c?b=>c[b]:m},${l?b=>l[b]:g})${h?b=>` rotate(${h[b]})`:p?` rotate(${p})`:""}`).attr("d",u&&f?b=>{let y=gi();return f[b].draw(y,u[b]*u[b]*Math.PI),y}:u?b=>{let y=gi();return _.draw(y,u[b]*u[b]*Math.PI),y}:f?b=>{let y=gi();return f[b].draw(y,M),y}:(()=>{let b=gi();return _.draw(b,M),b})())}).call(li,this,i)).node()}};function lx(e,{x:t,y:n,...i}={}){return i.frameAnchor===void 0&&([t,n]=$i(t,n)),new eu(e,{...i,x:t,y:n})}function ux(e,{y:t=be,...n}={}){return new eu(e,zd({...n,y:t}))}var jB={ariaLabel:"line",fill:"none",stroke:"currentColor",strokeWidth:1.5,strokeLinecap:"round",strokeLinejoin:"round",strokeMiterlimit:1},nu=class extends Se{constructor(t,n={}){let{x:i,y:r,z:s,curve:o,tension:a}=n;super(t,{x:{value:i,scale:"x"},y:{value:r,scale:"y"},z:{value:Xa(n),optional:!0}},n,jB),this.z=s,this.curve=Qd(o,a),Io(this,n)}filter(t){return t}project(t,n,i){this.curve!==Us&&super.project(t,n,i)}render(t,n,i,r,s){let{x:o,y:a}=i,{curve:c}=this;return le("svg:g",s).call(We,this,r,s).call($e,this,n).call(l=>l.selectAll().data(Fd(t,[o,a],this,i)).enter().append("path").call(Xe,this).call(Ud,this,i).call(YE,this,i,s).attr("d",c===Us&&s.projection?QB(s.path(),o,a):v_().curve(c).defined(u=>u>=0).x(u=>o[u]).y(u=>a[u]))).node()}};function QB(e,t,n){return t=In(t),n=In(n),i=>{let r=[],s=[r];for(let o of i)o===-1?(r=[],s.push(r)):r.push([t[o],n[o]]);return e({type:"MultiLineString",coordinates:s})}}function fx(e,{x:t,y:n,...i}={}){return[t,n]=$i(t,n),new nu(e,{...i,x:t,y:n})}function hx(e,{x:t=As,y:n=be,...i}={}){return new nu(e,tp({...i,x:t,y:n}))}Se.prototype.plot=function({marks:e=[],...t}={}){return tu({...t,marks:[...e,this]})};return N2(t6);})();
